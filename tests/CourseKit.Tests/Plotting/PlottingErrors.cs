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
        ("Charts.Weights in cells of four pixels", () => Charts.Weights(new double[64, 15], 8, 8, new() { CellSize = 4 })),
        ("Charts.DecisionBoundary of points in space", () => Charts.DecisionBoundary(Half, new double[4, 3], new int[4])),
        ("Charts.DecisionBoundary of three classes by probability", () => Charts.DecisionBoundary(Half, new double[3, 2], [0, 1, 2])),
        ("Charts.DecisionBoundary on a coarse grid", () => Charts.DecisionBoundary(Half, new double[2, 2], [0, 1],
            new() { Resolution = 2 })),
        ("Charts.DecisionBoundary of one answer", () => Charts.DecisionBoundary(_ => new double[1], new double[2, 2], [0, 1])),
        ("Charts.OutcomeStrip without outcomes", () => Charts.OutcomeStrip([])),
        ("Charts.Surface of another shape", () => Charts.Surface([0, 1, 2], [0, 1], new double[3, 2])),
        ("Charts.ActivationFunctions backwards", () => Charts.ActivationFunctions([("tanh", Math.Tanh, z => 1)],
            new() { From = 3, To = -3 })),
        ("Charts.Comparison with NaN", () => Charts.Comparison([("adam", [0.9, double.NaN])])),
        ("Charts.SweepHeatmap without a finite score", () => Charts.SweepHeatmap(new[,] { { double.NaN } }, ["a"], ["b"])),
        ("Charts.ParallelCoordinates of names", () => Charts.ParallelCoordinates([new("activation", new[] { "relu" })])),
        ("Charts.RocCurve without positives", () => Charts.RocCurve([0.1, 0.9], [false, false])),
        ("Charts.LayerActivations of one example", () => Charts.LayerActivations([("hidden", new double[1, 15])])),
        ("Charts.Network of one layer", () => Charts.Network([784])),
        ("Charts.Network with weights that do not fit", () =>
            Charts.Network([2, 3, 1], new() { Weights = [new double[3, 2], new double[3, 1]] })),
    ];

    private static double[] Half(double[,] x) => new double[x.GetLength(0)];
}
