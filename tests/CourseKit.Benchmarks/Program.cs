using CourseKit.Benchmarks;

if (args is not ["gemm", ..])
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/CourseKit.Benchmarks -- gemm [file for the results]");
    return 2;
}
return GemmBenchmark.Run(args.ElementAtOrDefault(1) ?? "tests/CourseKit.Benchmarks/results/gemm.md");
