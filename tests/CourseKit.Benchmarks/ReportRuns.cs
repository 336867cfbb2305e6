using System.Globalization;
using CourseKit.Data;
using CourseKit.Numerics;
using CourseKit.Tests.Torch.Reports;
using CourseKit.Torch;
using static CourseKit.Torch.Torch;

namespace CourseKit.Benchmarks;

/// <summary>Reports R3 and R5 run whole on the real MNIST, beside what PyTorch gives for the same seeds.</summary>
internal static class ReportRuns
{
    /// <summary>Hidden units, rate; test accuracy, test loss and best validation of torch 1.13.1, as submitted and corrected.</summary>
    private static readonly (int Hidden, double Rate, double[] Submitted, double[] Corrected)[] Networks =
    [
        (1, 1e-4, [0.1827, 6.89213, 0.17944], [0.1028, 2.57091, 0.10433]),
        (5, 1e-4, [0.2809, 6.85228, 0.27867], [0.1230, 2.30413, 0.12067]),
        (100, 1e-4, [0.2510, 6.87019, 0.25767], [0.1466, 2.27886, 0.14856]),
        (200, 1e-4, [0.3556, 6.84987, 0.34467], [0.2811, 2.24567, 0.27678]),
        (100, 1e-6, [0.0994, 6.91018, 0.10689], [0.1062, 2.34106, 0.10444]),
        (100, 0.1, [0.9373, 4.84677, 0.93656], [0.9369, 0.21870, 0.93711]),
        (100, 1e-3, [0.7207, 6.53791, 0.70533], [0.6582, 1.91428, 0.65111]),
    ];

    /// <summary>Classes that R5 with a ReLU on its output ever predicts, seeds 0–9, in torch.</summary>
    private static readonly int[] ClassesPredicted = [9, 10, 8, 10, 9, 9, 9, 9, 10, 7];

    public static int Run(string file)
    {
        var (train, test) = Mnist.Load();
        if (train.Count != 60000)
        {
            Console.Error.WriteLine($"reports: the real MNIST is required; found {train.Title}. Set COURSEKIT_DATA.");
            return 1;
        }
        List<string> lines =
        [
            "# Reports R3 and R5 beside PyTorch",
            "",
            "Written by `dotnet run -c Release --project tests/CourseKit.Benchmarks -- reports`.",
            "",
            $"- {Machine.Today()}, {Machine.Cpu()}",
            "- Torch: the re-run with torch 1.13.1, same seeds, same split, same order of batches",
            "",
            "## R3: own sigmoid, softmax and loss, 35 epochs, ManualSeed(0), TrainTestSplit(randomState: 0)",
            "",
            "| H | rate | softmax | accuracy ours / torch | loss ours / torch | best validation ours / torch | within .0005 and 1e-4 |",
            "|---|---|---|---|---|---|---|",
        ];
        var report = new FullyConnectedReport(train, test, splitSeed: 0);
        foreach (var (hidden, rate, submitted, corrected) in Networks)
        {
            lines.Add(Row(report.Run(hidden, rate, corrected: false, epochs: 35), hidden, rate, "as submitted", submitted));
            lines.Add(Row(report.Run(hidden, rate, corrected: true, epochs: 35), hidden, rate, "corrected", corrected));
        }
        lines.AddRange(DeadClasses(TwoLayerReport.Images(train), TwoLayerReport.Images(test)));
        lines.AddRange(Threads(TwoLayerReport.Images(train)));
        File.WriteAllText(file, string.Join('\n', lines) + "\n");
        Console.Error.WriteLine($"Written: {file}");
        return 0;
    }

    private static string Row(FullyConnectedRun run, int hidden, double rate, string softmax, double[] torch)
    {
        var within = Math.Abs(run.TestAccuracy - torch[0]) <= 0.00050001 && Math.Abs(run.TestLoss - torch[1]) <= 1e-4;
        return Said(string.Create(CultureInfo.InvariantCulture,
            $"| {hidden} | {rate:0.0######} | {softmax} | {run.TestAccuracy:F4} / {torch[0]:F4} | {run.TestLoss:F5} / {torch[1]:F5} | ")
            + string.Create(CultureInfo.InvariantCulture, $"{run.BestValidation:F5} / {torch[2]:F5} | {(within ? "yes" : "no")} |"));
    }

    private static List<string> DeadClasses(ImageTensors train, ImageTensors test)
    {
        List<string> lines =
        [
            "",
            "## R5: 784-128-10, Adam, batch 128, 5 epochs, ReLU on the output",
            "",
            "| seed | classes ever predicted ours / torch | accuracy |",
            "|---|---|---|",
        ];
        var equal = 0;
        for (var seed = 0; seed < ClassesPredicted.Length; seed++)
        {
            ManualSeed(seed);
            var net = TwoLayerReport.Network([128], reluOnOutput: true);
            var optimizer = new Adam(net.Parameters());
            for (var epoch = 0; epoch < 5; epoch++)
                TwoLayerReport.Epoch(net, optimizer, TwoLayerReport.InOrder(train, RandPerm(train.Count), 128));
            var predictions = TwoLayerReport.Predict(net, test);
            var (classes, right) = (predictions.Distinct().Count(), predictions.Zip(test.Images.Y).Count(pair => pair.First == pair.Second));
            equal += classes == ClassesPredicted[seed] ? 1 : 0;
            lines.Add(Said(string.Create(CultureInfo.InvariantCulture,
                $"| {seed} | {classes} / {ClassesPredicted[seed]} | {right / (double)test.Count:F4} |")));
        }
        lines.AddRange(["", Said($"{equal} of {ClassesPredicted.Length} equal.")]);
        return lines;
    }

    private static List<string> Threads(ImageTensors train)
    {
        var weights = new List<string>();
        foreach (var threads in new[] { 1, 2, 3 })
        {
            using var limit = NumericThreads.Limit(threads);
            ManualSeed(0);
            var net = TwoLayerReport.Network([256, 128]);
            TwoLayerReport.Epoch(net, new Adam(net.Parameters()), TwoLayerReport.InOrder(train, RandPerm(train.Count), 1000));
            weights.Add(string.Join(' ', net.Parameters().SelectMany(weight => weight.ToFloats()).Select(BitConverter.SingleToInt32Bits)));
        }
        return
        [
            "",
            "## Same bits on 1, 2 and 3 threads",
            "",
            Said($"784-256-128-10, Adam, batch 1000, one epoch: all weights {(weights.Distinct().Count() == 1 ? "equal" : "differ")}."),
        ];
    }

    private static string Said(string line)
    {
        Console.Error.WriteLine(line);
        return line;
    }
}
