using CourseKit.Plotting;

namespace CourseKit.Tests.Plotting;

/// <summary>The charts' messages.</summary>
public class PlottingErrors
{
    private static readonly byte[,] Dot = { { 255 } };

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Figure.FromJson without data", () => Figure.FromJson("""{"layout": 3}""")),
        ("Figure.FromJson of a number as trace", () => Figure.FromJson("""{"data": [3]}""")),
        ("Figure.FromJson of null data", () => Figure.FromJson("""{"data": null}""")),
        ("Figure.FromJson of what is no JSON", () => Figure.FromJson("<figure/>")),
        ("Charts.LossCurve without losses", () => Charts.LossCurve([])),
        ("Charts.LearningCurves of two lengths", () => Charts.LearningCurves([1, 2, 3], [1, 2])),
        ("Charts.Runs with an empty run", () => Charts.Runs([("adam", [])])),
        ("Charts.ConfusionMatrix that is not square", () => Charts.ConfusionMatrix(new int[2, 3])),
        ("Charts.ConfusionMatrix with a negative count", () => Charts.ConfusionMatrix(new[,] { { 1, -2 }, { 0, 1 } })),
        ("Charts.ConfusionMatrix with too few names", () => Charts.ConfusionMatrix(new int[2, 2], ["cat"])),
        ("Charts.ImageGrid of two sizes", () => Charts.ImageGrid([Dot, new byte[2, 2]])),
        ("Charts.ImageGrid without columns", () => Charts.ImageGrid([Dot], options: new() { Columns = 0 })),
        ("Charts.Weights with units in rows", () => Charts.Weights(new double[15, 64], 8, 8)),
        ("Charts.Weights of a unit that is not there", () => Charts.Weights(new double[64, 15], 8, 8, new() { Units = [15] })),
    ];
}
