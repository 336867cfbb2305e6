using CourseKit.Data;
using CourseKit.Plotting;

namespace CourseKit.Tests.Plotting;

/// <summary>Every chart of the library once, with data like the course's: what the gallery, the browser's checks and the size limit go through.</summary>
internal static class ChartCatalogue
{
    public static readonly string[] Fashion =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    public static readonly string[] Persian = ["صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه"];

    public static IEnumerable<(string Name, Func<Figure> Make)> All =>
    [
        ("loss-curve", () => Charts.LossCurve(Falling(189, 2.3, 0.011, 25), new() { Data = "Digits, 1000 training images" })),
        ("learning-curves", () => Charts.LearningCurves(Falling(35, 1.9, 0.05, 6), Overfit(35), Rising(35, 0.45, 0.985, 5), Rising(35, 0.45, 0.925, 5),
            new() { Title = "784-100-10, own softmax", Data = "MNIST, 51 000 training and 9000 validation images" })),
        ("runs", () => Charts.Runs(Enumerable.Range(0, 7).Select(i => (RunNames[i], (IReadOnlyList<double>)Falling(35, 6.9, 6.9 - 0.3 * i, 4 + 2 * i))),
            new() { Title = "Seven runs of one network", Data = "MNIST, 51 000 training images", LogScale = true })),
        ("diverging-run", () => Charts.Runs([("identity, rate 0.1", Exploding), ("relu, rate 0.1", Falling(14, 6.4, 2.3, 2)), ("logistic, rate 0.1", Falling(14, 2.4, 0.4, 5))],
            new() { Title = "One run diverges", Data = "Digits, raw pixels" })),
        ("confusion-matrix", () => Charts.ConfusionMatrix(Confusion(10, never: -1), Fashion, new() { Data = "Fashion-MNIST, 10 000 test images" })),
        ("confusion-rates", () => Charts.ConfusionMatrix(Confusion(10, never: 3), Persian, new() { Rates = true, Title = "A dead output unit", Data = "Hoda stand-in, 1000 test images" })),
        ("image-grid", () => Charts.ImageGrid(DigitImages(40), DigitNames(40), options: new() { Title = "The first forty digits", Data = "Digits, 1797 images" })),
        ("predictions", () => Charts.ImageGrid([.. Enumerable.Range(0, 24).Select(Garment)], [.. Enumerable.Range(0, 24).Select(i => Fashion[i % 10])],
            [.. Enumerable.Range(0, 24).Select(i => Fashion[i % 7 == 4 ? 6 : i % 10])], new() { Data = "Fashion-MNIST stand-in, 24 test images" })),
        ("weights", () => Charts.Weights(Receptive(10), 28, 28, new() { Units = [0, 2, 4, 6, 8], Data = "MNIST, 784-100-10 at rate 0.1" })),
    ];

    private static readonly string[] RunNames = ["H = 1", "H = 5", "H = 100", "H = 200", "H = 100, rate 1e-6", "H = 100, rate 0.1", "H = 100, rate 1e-3"];

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
                image[i, j] = (byte)(Math.Abs(j - 13.5) < 5 + seed % 5 + 4 * Math.Sin(i / (4.0 + seed % 3)) && i is > 2 and < 26 ? 120 + (i * j + seed) % 130 : 0);
        return image;
    }

    private static double[,] Receptive(int units)
    {
        var weights = new double[784, units];
        for (var i = 0; i < 784; i++)
            for (var unit = 0; unit < units; unit++)
            {
                var (row, column) = (i / 28 - 13.5, i % 28 - 13.5);
                weights[i, unit] = 0.4 * Math.Cos(row * 0.3 + unit) * Math.Sin(column * 0.25 + unit) * Math.Exp(-(row * row + column * column) / 90);
            }
        return weights;
    }
}
