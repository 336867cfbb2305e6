using CourseKit.Benchmarks;

var results = args.ElementAtOrDefault(1);
switch (args.FirstOrDefault())
{
    case "gemm":
        return GemmBenchmark.Run(results ?? "tests/CourseKit.Benchmarks/results/gemm.md");
    case "readers":
        return ReaderBenchmark.Run(results ?? "tests/CourseKit.Benchmarks/results/readers.md");
    default:
        Console.Error.WriteLine(
            "Usage: dotnet run -c Release --project tests/CourseKit.Benchmarks -- gemm|readers [file for the results]");
        return 2;
}
