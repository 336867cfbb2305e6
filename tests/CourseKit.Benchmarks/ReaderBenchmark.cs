using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using CourseKit.Data;
using CourseKit.Data.Fetching;
using CourseKit.Data.Files;

namespace CourseKit.Benchmarks;

/// <summary>The file readers beside NumPy and SciPy reading the same files, and beside plain decompression.</summary>
internal static class ReaderBenchmark
{
    private const int Turns = 15;
    private const int Rows = 10_000;

    public static int Run(string file)
    {
        if (DataPlaces.FromEnvironment().Folder is not { } data)
        {
            Console.Error.WriteLine("COURSEKIT_DATA must name a folder with mnist/ and hoda/.");
            return 1;
        }
        var work = Directory.CreateTempSubdirectory("coursekit-readers-");
        try
        {
            var files = Prepare(data, work.FullName);
            using var python = new PythonReaders(files);
            var lines = Header(python.Versions);
            foreach (var (name, read) in Ours(files))
                lines.Add(Row(name, read, () => python.Seconds(name)));
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            File.WriteAllText(file, string.Join('\n', lines) + "\n");
            Console.Error.WriteLine($"Written: {file}");
            return 0;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    /// <summary>The files by name: real ones, and large ones that are made here.</summary>
    private static Dictionary<string, string> Prepare(string data, string work)
    {
        var images = Path.Combine(data, "mnist", "train-images-idx3-ubyte.gz");
        var pixels = Idx.Read(images);
        var matrix = new NdArray(pixels.ToDoubles()[..(Rows * 784)], Rows, 784);
        var files = new Dictionary<string, string>
        {
            ["idx.gz"] = images,
            ["mat"] = Path.Combine(data, "hoda", "Data_hoda_full.mat"),
            ["npy"] = Path.Combine(work, "x.npy"),
            ["npz"] = Path.Combine(work, "x.npz"),
            ["csv"] = Path.Combine(work, "x.csv"),
        };
        Npy.Write(files["npy"], matrix);
        Npz.Write(files["npz"], new Dictionary<string, NdArray> { ["x"] = pixels });
        File.WriteAllLines(files["csv"], Digits.Load().Rows().Select(row => $"{string.Join(',', row.Features)},{row.Label}"));
        return files;
    }

    private static (string Name, Action Read)[] Ours(Dictionary<string, string> files) =>
    [
        ("plain gunzip", () => Gunzip(files["idx.gz"])),
        ("idx.gz", () => Idx.Read(files["idx.gz"])),
        ("mat", () => MatFile.Read(files["mat"]).Cells("Data")),
        ("npy", () => Npy.Read(files["npy"])),
        ("npz", () => Npz.Read(files["npz"])),
        ("csv", () => Csv.ReadDataset(files["csv"], "column 65", new CsvOptions { HasHeader = false })),
    ];

    private static void Gunzip(string path)
    {
        var bytes = new byte[16 + 60_000 * 784];
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        gzip.ReadExactly(bytes);
    }

    private static List<string> Header(string versions) =>
    [
        "# Readers: CourseKit, NumPy and SciPy",
        "",
        "Written by `COURSEKIT_DATA=… PYTHON=python3 dotnet run -c Release --project tests/CourseKit.Benchmarks -- readers`.",
        "",
        $"- {Machine.Today()}, {Machine.Cpu()}, {Environment.ProcessorCount} processors, {Machine.Load()}",
        $"- CourseKit: {RuntimeInformation.FrameworkDescription}",
        $"- {versions}",
        "",
        $"In turns (A B A B …), median of {Turns}; files in the page cache. plain gunzip and idx.gz: MNIST's training images, only unpacked",
        $"and read; mat: Hoda's 60 000 cells; npy: ({Rows}, 784) doubles; npz: (60000, 28, 28) bytes, packed; csv: the 1797 digits.",
        "",
        "| file | CourseKit ms | NumPy/SciPy ms | times faster |",
        "|---|---|---|---|",
    ];

    private static string Row(string name, Action read, Func<double> theirs)
    {
        double[] a = new double[Turns], b = new double[Turns], ratios = new double[Turns];
        WarmUp(read);
        theirs();
        for (var turn = 0; turn < Turns; turn++)
        {
            var start = Stopwatch.GetTimestamp();
            read();
            a[turn] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            b[turn] = theirs();
            ratios[turn] = b[turn] / a[turn];
        }
        var row = string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {Median(a) * 1e3:F1} | {Median(b) * 1e3:F1} | {Median(ratios):F1} |");
        Console.Error.WriteLine(row);
        return row;
    }

    /// <summary>The JIT compiles hot methods a second time.</summary>
    private static void WarmUp(Action read)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(1))
            read();
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
