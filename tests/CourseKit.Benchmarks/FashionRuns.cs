using System.Globalization;
using CourseKit.Benchmarks.Work;
using CourseKit.Data;
using CourseKit.Keras.Optimizers;

namespace CourseKit.Benchmarks;

/// <summary>Report R4 run whole on the real Fashion-MNIST: four optimizers, 30 epochs each, beside the re-run with Keras's formulas in torch.</summary>
internal static class FashionRuns
{
    private const int Epochs = 30;
    private const double Near = 0.008, Overfitted = 0.8;

    /// <summary>Test accuracy and loss of the re-run.</summary>
    private static readonly (string Name, Func<Optimizer> Make, double Accuracy, double Loss)[] Optimizers =
    [
        ("SGD", () => new SGD(), 0.8835, 0.329),
        ("SGD, momentum 0.9", () => new SGD(momentum: 0.9), 0.8874, 0.392),
        ("RMSprop", () => new RMSprop(), 0.8754, 0.829),
        ("Adam", () => new Adam(), 0.8911, 0.480),
    ];

    public static int Run(string file)
    {
        var (train, test) = FashionMnist.Load();
        var (held, learned) = DataOf.Real(train).SplitAt(5000);
        var (x, testX) = (learned.ToTensor(Scaling.Unit), test.ToTensor(Scaling.Unit));
        List<string> lines =
        [
            "# Report R4 beside Keras's formulas in PyTorch",
            "",
            "Written by `dotnet run -c Release --project tests/CourseKit.Benchmarks -- fashion`.",
            "",
            $"- {Machine.Today()}, {Machine.Cpu()}",
            "- 784-300-100-10 through `Keras.Sequential`, seed 0, 55000 clothes, batch 32, 30 epochs; the first 5000 validate; 10000 test",
            $"- To reach: test accuracy within {Near.ToString(CultureInfo.InvariantCulture)} of the re-run; RMSprop's validation loss above "
                + $"{Overfitted.ToString(CultureInfo.InvariantCulture)} at the end",
            "",
            "| optimizer | test accuracy ours / re-run | within | test loss ours / re-run | validation loss at the end, least | training loss, accuracy |",
            "|---|---|---|---|---|---|",
        ];
        var reached = true;
        foreach (var (name, make, accuracy, loss) in Optimizers)
        {
            var model = KerasFit.Model([784, 300, 100, 10], make());
            var history = model.Fit(x, learned.Y, 32, Epochs, verbose: 2, validationData: (held.ToTensor(Scaling.Unit), held.Y));
            var (testLoss, testAccuracy) = model.Evaluate(testX, test.Y);
            var validation = history["val_loss"];
            var isReached = Math.Abs(testAccuracy - accuracy) <= Near && (name != "RMSprop" || validation[^1] > Overfitted);
            reached &= isReached;
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"| {name} | {testAccuracy:F4} / {accuracy:F4} | {(isReached ? "yes" : "no")} | ")
                + string.Create(CultureInfo.InvariantCulture, $"{testLoss:F3} / {loss:F3} | {validation[^1]:F3}, {validation.Min():F3} in epoch ")
                + string.Create(CultureInfo.InvariantCulture, $"{Array.IndexOf(validation, validation.Min()) + 1} | {history["loss"][^1]:F3}, {history["accuracy"][^1]:F4} |"));
            Console.Error.WriteLine(lines[^1]);
        }
        ResultFile.Write(file, lines, "## Notes");
        return reached ? 0 : 1;
    }
}
