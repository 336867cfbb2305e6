using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using CourseKit.Numerics;

namespace CourseKit.Benchmarks;

/// <summary>The matrix product beside OpenBLAS, in the sizes that small nets make.</summary>
internal static class GemmBenchmark
{
    // (m, n, k) and the part of OpenBLAS's speed to reach on one thread.
    private static readonly (int M, int N, int K, double ToReach)[] Sizes =
        [(960, 960, 960, .95), (1000, 100, 784, .85), (128, 512, 1024, .9), (32, 300, 784, .85), (200, 15, 64, .8)];

    public static int Run(string file)
    {
        if (!OpenBlas.IsInstalled)
        {
            Console.Error.WriteLine("OpenBLAS was not found. On Debian: apt-get install libopenblas0-pthread");
            return 1;
        }

        List<string> lines =
        [
            "# Matrix product: CourseKit and OpenBLAS",
            "",
            "Written by `dotnet run -c Release --project tests/CourseKit.Benchmarks -- gemm`.",
            "",
            $"- {Machine.Today()}, {Machine.Cpu()}, {Environment.ProcessorCount} processors, {Machine.Load()}",
            $"- CourseKit: {RuntimeInformation.FrameworkDescription}, {SimdPaths.Best}",
            $"- OpenBLAS: {OpenBlas.Describe()}",
            "",
            "Both in one process, in turns (A B A B …). Ratio: OpenBLAS's time over ours, median of 31 turns; above 1 ours is faster.",
            "GFLOP/s: of the best turn. Form: A and B as they are (N) or transposed (T).",
            "",
            "| type | form | m × k · k × n | threads | CourseKit GFLOP/s | OpenBLAS GFLOP/s | ratio | to reach |",
            "|---|---|---|---|---|---|---|---|",
        ];
        foreach (var (form, threads) in new[] { ("NN", 1), ("NN", 2), ("NT", 1), ("TN", 1) })
            foreach (var size in Sizes)
            {
                lines.Add(Row<float>("float", form, size, threads));
                lines.Add(Row<double>("double", form, size, threads));
            }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllText(file, string.Join('\n', lines) + "\n");
        Console.Error.WriteLine($"Written: {file}");
        return 0;
    }

    private static string Row<T>(string type, string form, (int M, int N, int K, double ToReach) size, int threads)
        where T : struct, INumberBase<T>
    {
        var (m, n, k, toReach) = size;
        var shape = new GemmShape(m, n, k) { TransposeA = form[0] == 'T', TransposeB = form[1] == 'T' };
        T[] a = Numbers<T>(m * k), b = Numbers<T>(k * n), c = new T[m * n], d = new T[m * n];
        var options = new GemmOptions { Threads = threads };
        OpenBlas.SetThreads(threads);

        var race = Race.Run(
            () => Gemm.Multiply<T>(a, b, c, shape, options),
            () => OpenBlas.Multiply<T>(a, b, d, shape),
            TimeSpan.FromMilliseconds(threads == 1 ? 0 : 25));

        var flops = 2e-9 * m * n * k;
        var goal = form != "NN" ? "" : threads == 1 ? $"{toReach:.00}" : m == 960 ? ".90" : "";
        var row = string.Create(CultureInfo.InvariantCulture,
            $"| {type} | {form} | {m} × {k} · {k} × {n} | {threads} "
            + $"| {flops / race.Ours:F1} | {flops / race.Theirs:F1} | {race.Ratio:F2} | {goal} |");
        Console.Error.WriteLine(row);
        return row;
    }

    private static T[] Numbers<T>(int count)
        where T : struct, INumberBase<T>
    {
        var stream = new MersenneTwister(1);
        return [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked(stream.Uniform(-1, 1)))];
    }
}
