using CourseKit.Benchmarks;

const string Results = "tests/CourseKit.Benchmarks/results";
switch (args)
{
    case ["gemm", ..]:
        return GemmBenchmark.Run(args.ElementAtOrDefault(1) ?? $"{Results}/gemm.md");
    case ["digits", "--peers", var peers, ..]:
        return DigitsBenchmark.Run(peers, args.ElementAtOrDefault(3) ?? $"{Results}/digits.md");
    case ["digits-fit", var name, var fits]:
        return DigitsFit.Run(name, fits);
    case ["engine", "--peers", var peers, .. var rest]:
        return EngineBenchmark.Run(peers, rest, rest.Length == 0 ? $"{Results}/engine.md" : null);
    case ["engine-run", var name]:
        return EngineRun.Run(name);
    case ["keras", "--peers", var peers, .. var rest]:
        return KerasBenchmark.Run(peers, rest, rest.Length == 0 ? $"{Results}/keras.md" : null);
    case ["keras-overhead", var name]:
        return KerasOverhead.Run(name);
    case ["fashion", ..]:
        return FashionRuns.Run(args.ElementAtOrDefault(1) ?? $"{Results}/fashion.md");
    case ["figures", ..]:
        return FigureBenchmark.Run(args.ElementAtOrDefault(1) ?? $"{Results}/figures.md");
    case ["kernels", ..]:
        return KernelBenchmark.Run(args.ElementAtOrDefault(1) ?? $"{Results}/kernel.md");
    case ["readers", ..]:
        return ReaderBenchmark.Run(args.ElementAtOrDefault(1) ?? $"{Results}/readers.md");
    case ["reports", ..]:
        return ReportRuns.Run(args.ElementAtOrDefault(1) ?? $"{Results}/reports.md");
    case ["runs", ..]:
        return RunBenchmark.Run(args.ElementAtOrDefault(1) ?? $"{Results}/runs.md");
    default:
        Console.Error.WriteLine("""
            Usage: dotnet run -c Release --project tests/CourseKit.Benchmarks -- <one of>
                gemm [file for the results]
                digits --peers <folder of the Python peers> [file for the results]
                engine --peers <folder of the Python peers> [rows: r3 r5 q6 r4-sgd r4-adam r1b xnor-arrays xnor-tensors; all are written down]
                keras --peers <folder of the Python peers> [rows: q4-softmax q4-h15 q4-h50-30-15 fit-r4-sgd fit-r4-adam; all are written down]
                fashion [file for the results], with the real Fashion-MNIST in COURSEKIT_DATA
                figures [file for the results]
                kernels [file for the results], after a build of the solution
                readers [file for the results]
                reports [file for the results], with the real MNIST in COURSEKIT_DATA
                runs [file for the results], after a build of the solution
            """);
        return 2;
}
