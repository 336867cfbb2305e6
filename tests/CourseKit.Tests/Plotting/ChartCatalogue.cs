using CourseKit.Data;
using CourseKit.Plotting;

namespace CourseKit.Tests.Plotting;

/// <summary>
/// Every chart of the library once, with data like the course's: what the gallery, the browser's checks and the size limit go through.
/// </summary>
internal static class ChartCatalogue
{
    public static readonly string[] Fashion =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    public static readonly string[] Persian = ["صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه"];

    public static IEnumerable<(string Name, Func<Figure> Make)> All =>
    [
        ("loss-curve", () => Charts.LossCurve(Falling(189, 2.3, 0.011, 25), new() { Data = "Digits, 1000 training images" })),
        ("learning-curves", () => Charts.LearningCurves(Falling(35, 1.9, 0.05, 6), Overfit(35), Rising(35, 0.45, 0.985, 5),
            Rising(35, 0.45, 0.925, 5),
            new() { Title = "784-100-10, own softmax", Data = "MNIST, 51 000 training and 9000 validation images" })),
        ("runs", () => Charts.Runs(Enumerable.Range(0, 7).Select(i => (RunNames[i], (IReadOnlyList<double>)Falling(35, 6.9, 6.9 - 0.3 * i,
            4 + 2 * i))),
            new() { Title = "Seven runs of one network", Data = "MNIST, 51 000 training images", LogScale = true })),
        ("diverging-run", () => Charts.Runs([("identity, rate 0.1", Exploding), ("relu, rate 0.1", Falling(14, 6.4, 2.3, 2)),
            ("logistic, rate 0.1", Falling(14, 2.4, 0.4, 5))],
            new() { Title = "One run diverges", Data = "Digits, raw pixels" })),
        ("confusion-matrix", () => Charts.ConfusionMatrix(Confusion(10, never: -1), Fashion,
            new() { Data = "Fashion-MNIST, 10 000 test images" })),
        ("confusion-rates", () => Charts.ConfusionMatrix(Confusion(10, never: 3), Persian,
            new() { Rates = true, Title = "A dead output unit", Data = "Hoda stand-in, 1000 test images" })),
        ("image-grid", () => Charts.ImageGrid(DigitImages(40), DigitNames(40), options: new() { Title = "The first forty digits",
            Data = "Digits, 1797 images" })),
        ("predictions", () => Charts.ImageGrid([.. Enumerable.Range(0, 24).Select(Garment)],
            [.. Enumerable.Range(0, 24).Select(i => Fashion[i % 10])],
            [.. Enumerable.Range(0, 24).Select(i => Fashion[i % 7 == 4 ? 6 : i % 10])],
                new() { Data = "Fashion-MNIST stand-in, 24 test images" })),
        ("weights", () => Charts.Weights(Receptive(10), 28, 28, new() { Units = [0, 2, 4, 6, 8], Data = "MNIST, 784-100-10 at rate 0.1" })),
        ("decision-boundary", () => Charts.DecisionBoundary(Circle, Plane(200).Points, Plane(200).Labels,
            new() { Names = ["inside", "outside"], Data = "Playground circle, 200 points" })),
        ("decision-regions", () => Charts.DecisionBoundary(Sectors, Plane(150).Points, [.. Sectors(Plane(150).Points)
            .Select((k, i) => i % 17 == 0 ? (k + 1) % 3 : k)],
            new() { Names = ["setosa", "versicolor", "virginica"], Data = "Three sectors, 150 points" })),
        ("decision-boundaries", () => Charts.DecisionBoundaries(Enumerable.Range(0, 6).Select(i => new BoundaryPanel(
            RunNames[i], Circle, Plane(40 + 30 * i).Points, Plane(40 + 30 * i).Labels)),
            new() { Names = ["inside", "outside"], Data = "Playground circle", Columns = 4 })),
        ("activation-functions", () => Charts.ActivationFunctions([("logistic", Logistic, z => Logistic(z) * (1 - Logistic(z))),
            ("tanh", Math.Tanh, z => 1 - Math.Tanh(z) * Math.Tanh(z)),
            ("relu", z => Math.Max(0, z), z => z > 0 ? 1 : 0)])),
        ("comparison", () => Charts.Comparison(Optimizers, new() { Data = "Fashion-MNIST, 784-300-100-10, 30 epochs" })),
        ("comparison-near", () => Charts.Comparison(Optimizers, new() { From = 0.86, Title = "The same, looked at closely" })),
        ("sweep-heatmap", () => Charts.SweepHeatmap(new[,] { { 0.983, 0.975, 0.939, 0.6471 }, { 0.102, 0.104, 0.9838, 0.985 },
            { 0.098, 0.104, 0.982, 0.9855 } },
            ["SGD", "Adam", "RMSprop"], ["0.1", "0.01", "0.001", "0.0001"], new() { XTitle = "learning rate", YTitle = "optimizer",
                Measure = "validation accuracy", Data = "MNIST, 48 000 training images" })),
        ("parallel-coordinates", () => Charts.ParallelCoordinates(SweepAxes, new() { Data = "Digits, 36 runs" })),
        ("accuracy-against-time", () => Charts.AccuracyAgainstTime(Enumerable.Range(0, 4)
            .Select(i => (Optimizers[i].Name, (IReadOnlyList<double>)[.. Enumerable.Range(1, 30).Select(e => e * (1.1 + 0.35 * i))],
            (IReadOnlyList<double>)Rising(30, 0.70 + 0.02 * i, 0.885 + 0.003 * i, 9 - 2 * i))),
                new() { Data = "Fashion-MNIST, 55 000 training images" })),
        ("roc-curve", () => Charts.RocCurve([("one layer", Scored(0.7), Truth), ("two layers", Scored(1.6), Truth)],
            new() { Title = "ROC curve: is it an 8?", Data = "Digits, 797 test images" })),
        ("precision-recall", () => Charts.PrecisionRecall([("one layer", Scored(0.7), Truth), ("two layers", Scored(1.6), Truth)],
            new() { Title = "Precision and recall: is it an 8?", Data = "Digits, 797 test images" })),
        ("layer-activations", () => Charts.LayerActivations([("hidden 1 (relu)", Activity(100, 15, 4)),
            ("hidden 2 (relu)", Activity(100, 120, 3))], new() { Data = "Digits, raw pixels, 100 images" })),
        ("network", () => Charts.Network([784, 100, 10], new() { LayerNames = ["28×28 pixels", "100 sigmoid", "10 softmax"] })),
        ("network-weights", () => Charts.Network([2, 3, 1], new() { Title = "XNOR by hand",
            Weights = [new[,] { { 0.9, -1.4, 0.3 }, { -0.2, 2.1, 1.2 } }, new[,] { { 1.1 }, { -2.4 }, { 0.8 } }] })),
        ("weight-histogram", () => Charts.WeightHistogram([("hidden 1", Weights(5000, 0.05)), ("hidden 2", Weights(2000, 0.12)),
            ("output", Weights(400, 0.2))], new() { Data = "784-300-100-10 after 30 epochs" })),
        ("seed-strip", () => Charts.SeedStrip([("ReLU on the output", DeadOutputs),
            ("no ReLU there", [.. Enumerable.Range(0, 20).Select(i => 0.9735 + 0.0003 * (i * 7 % 13))])],
            new() { Data = "MNIST, 784-128-10, 20 seeds" })),
        ("outcome-strip", () => Charts.OutcomeStrip([.. Enumerable.Range(0, 200).Select(i => i % 7 != 3 && i % 31 != 5)],
            new() { Title = "XNOR after 500 epochs", Data = "200 seeds" })),
        ("surface", () => Charts.Surface(Along(61), Along(61), Valley, new() { Title = "Loss in bits on a plane through three networks",
            Measure = "loss (bits)", XTitle = "towards seed 7", YTitle = "towards seed 0",
            Points = [(0, 0, "start of seed 7"), (1, 0, "seed 7, stuck"), (0, 1, "seed 0, solved")] })),
        ("fifty-seeds", () => Charts.SeedStrip([("XNOR, 500 epochs", [.. Enumerable.Range(0, 50).Select(i => i % 7 == 3 ? 0.75
            : i % 11 == 5 ? 0.5 : 1.0)])], new() { Measure = "share of rows right", Title = "Does XNOR learn?", Data = "50 seeds" })),
    ];

    private static readonly double[] DeadOutputs =
        [.676, .677, .6915, .766, .782, .785, .795, .796, .876, .877, .880, .882, .883, .885, .889, .973, .975, .975, .976, .977];

    private static readonly (string Name, IReadOnlyList<double> Scores)[] Optimizers =
    [
        ("SGD", [0.8835, 0.8851, 0.8822]), ("SGD, momentum 0.9", [0.8874, 0.8902, 0.8861]), ("RMSprop", [0.8754, 0.8701, 0.8790]),
            ("Adam", [0.8911, 0.8893, 0.8925]),
    ];

    private static readonly ParallelAxis[] SweepAxes = MakeSweepAxes();

    private static readonly bool[] Truth = [.. Enumerable.Range(0, 797).Select(i => i % 10 == 8)];

    private static readonly string[] RunNames = ["H = 1", "H = 5", "H = 100", "H = 200", "H = 100, rate 1e-6", "H = 100, rate 0.1",
        "H = 100, rate 1e-3"];

    public static double[] Falling(int epochs, double from, double to, double pace) =>
        [.. Enumerable.Range(0, epochs).Select(i => to + (from - to) * Math.Exp(-i / pace) * (1 + 0.06 * Math.Sin(2.7 * i + from)))];

    public static double[] Rising(int epochs, double from, double to, double pace) =>
        [.. Enumerable.Range(0, epochs).Select(i => to - (to - from) * Math.Exp(-i / pace) + 0.006 * Math.Sin(3.1 * i))];

    private static double[] Overfit(int epochs) => [.. Falling(epochs, 1.8, 0.25, 4).Select((loss, i) => loss + 0.0004 * i * i)];

    private static double[] Exploding => [28.2, 1.4e7, 1.6e15, 2.1e23, 5.3e31, 8e39, 9e48, 3e58, 7e66, 1e75, 6e82, 1.2e91];

    public static int[,] Confusion(int classes, int never)
    {
        var counts = new int[classes, classes];
        for (var i = 0; i < classes; i++)
            for (var j = 0; j < classes; j++)
                counts[i, j] = j == never ? 0 : i == j ? 820 + 17 * i : (i * 7 + j * 3) % 5 == 0 ? 8 * (1 + (i + j) % 9) : 0;
        return counts;
    }

    public static byte[][,] DigitImages(int count) => [.. Enumerable.Range(0, count).Select(Digits.Load().Image)];

    public static string[] DigitNames(int count) => [.. Digits.Load().Y.Take(count).Select(label => $"{label}")];

    private static byte[,] Garment(int seed)
    {
        var image = new byte[28, 28];
        for (var i = 0; i < 28; i++)
            for (var j = 0; j < 28; j++)
                image[i, j] = (byte)(Math.Abs(j - 13.5) < 5 + seed % 5 + 4 * Math.Sin(i / (4.0 + seed % 3)) && i is > 2 and < 26 ? 120 +
                    (i * j + seed) % 130 : 0);
        return image;
    }

    private static double[,] Receptive(int units)
    {
        var weights = new double[784, units];
        for (var i = 0; i < 784; i++)
            for (var unit = 0; unit < units; unit++)
            {
                var (row, column) = (i / 28 - 13.5, i % 28 - 13.5);
                weights[i, unit] = 0.4 * Math.Cos(row * 0.3 + unit) * Math.Sin(column * 0.25 + unit) * Math.Exp(-(row * row +
                    column * column) / 90);
            }
        return weights;
    }

    private static double[] Along(int count) => [.. Enumerable.Range(0, count).Select(i => Math.Round(-0.5 + 2.1 * i / (count - 1), 4))];

    private static double[,] Valley
    {
        get
        {
            var (along, z) = (Along(61), new double[61, 61]);
            for (var i = 0; i < 61; i++)
                for (var j = 0; j < 61; j++)
                    z[i, j] = Math.Min(2, 0.8 + 0.5 * Math.Sin(3 * along[j]) * Math.Cos(2 * along[i]) +
                        0.4 * along[j] * along[j] - 0.6 * Math.Exp(-8 * (along[j] * along[j] + (along[i] - 1) * (along[i] - 1))));
            return z;
        }
    }

    private static double Logistic(double z) => 1 / (1 + Math.Exp(-z));

    private static double[] Circle(double[,] x) =>
        [.. Enumerable.Range(0, x.GetLength(0)).Select(i => Logistic(3 * (Math.Sqrt(x[i, 0] * x[i, 0] + 0.8 * x[i, 1] * x[i, 1]) - 2.4)))];

    private static int[] Sectors(double[,] x) =>
        [.. Enumerable.Range(0, x.GetLength(0))
            .Select(i => (int)(3 * (Math.Atan2(x[i, 1] + 0.3 * Math.Sin(2 * x[i, 0]), x[i, 0]) / (2 * Math.PI) + 0.5)) % 3)];

    private static (double[,] Points, int[] Labels) Plane(int count)
    {
        var (points, labels) = (new double[count, 2], new int[count]);
        for (var i = 0; i < count; i++)
        {
            labels[i] = i % 2;
            var (radius, angle) = (labels[i] == 0 ? 2.6 * Math.Sqrt(i * 0.618034 % 1) : 2.4 + 2.4 * (i * 0.754878 % 1), i * 2.399963);
            (points[i, 0], points[i, 1]) = (radius * Math.Cos(angle), radius * Math.Sin(angle));
        }
        return (points, labels);
    }

    private static ParallelAxis[] MakeSweepAxes()
    {
        (string Activation, int Hidden, double Rate)[] runs =
            [.. from activation in new[] { "relu", "tanh", "logistic" } from hidden in new[] { 5, 15, 50 } from rate in new[] { 0.0001,
                0.001, 0.01, 0.1 } select (activation, hidden, rate)];
        return
        [
            new("activation", Array.ConvertAll(runs, run => run.Activation)),
            new("hidden units", Array.ConvertAll(runs, run => run.Hidden)),
            new("learning rate", Array.ConvertAll(runs, run => run.Rate)) { LogScale = true },
            new("test accuracy", runs.Select((run, i) => Math.Round(0.95 - 0.06 * Math.Abs(Math.Log10(run.Rate) +
                2.2) - 0.6 / run.Hidden - 0.013 * (i % 5), 4)).ToArray()),
        ];
    }

    private static double[] Scored(double distance) => [.. Truth.Select((positive, i) => (positive ? distance : 0) + Normal(i))];

    private static double[,] Activity(int examples, int units, int everyDead)
    {
        var activity = new double[examples, units];
        for (var i = 0; i < examples; i++)
            for (var unit = 0; unit < units; unit++)
                activity[i, unit] = unit % everyDead == everyDead - 1 && unit % 5 != 0 ? 0 : Math.Max(0, Normal(i * units + unit) +
                    0.4 * Math.Sin(unit)) * (2 + Math.Cos(unit * 1.7));
        return activity;
    }

    private static double[] Weights(int count, double deviation) =>
        [.. Enumerable.Range(0, count).Select(i => deviation * Normal(i + 31 * count))];

    /// <summary>About a standard normal number, the same for the same index.</summary>
    private static double Normal(int i) => Enumerable.Range(1, 6)
        .Sum(k => ((i + 1) * (0.5 + Math.Sqrt(k * k + 2.0 * k + 7)) % 1) - 0.5) * Math.Sqrt(2);
}
