using CourseKit.Benchmarks;

string[] known = ["gemm"];
if (args.Length == 0 || !known.Contains(args[0]))
{
    Console.Error.WriteLine($"Usage: dotnet run -c Release --project tests/CourseKit.Benchmarks -- <{string.Join(" | ", known)}> [results file]");
    return 2;
}
return GemmBenchmark.Run(args.ElementAtOrDefault(1) ?? Path.Combine("tests", "CourseKit.Benchmarks", "results", "gemm.md"));
