using System.Text.Json;
using CourseKit.Autograd;
using CourseKit.Data;
using CourseKit.Tests.Metrics;

namespace CourseKit.Tests.Learn;

/// <summary>Runs of scikit-learn 1.2.1, over the whole of the settings (Golden/Mlp/make.py).</summary>
public sealed class MlpGoldenTests
{
    private static readonly JsonElement[] Cases = GoldenFile.Read("Learn", "Golden", "Mlp", "mlp.json");
    private static readonly ImageDataset Digits = CourseKit.Data.Digits.Load();

    public static TheoryData<string> Stochastic => GoldenFile.Names(Cases.Where(c => !IsLbfgs(c) && !IsFloat32(c)));

    public static TheoryData<string> Lbfgs => GoldenFile.Names(Cases.Where(IsLbfgs));

    public static TheoryData<string> InFloat32 => GoldenFile.Names(Cases.Where(IsFloat32));

    [Theory]
    [MemberData(nameof(Stochastic))]
    public void Curve_iterations_predictions_and_weights_are_those_of_scikit_learn(string name)
    {
        var golden = Cases.Named(name);
        var run = new MlpRun(golden, Digits);

        run.Steps();

        Near(golden.GetProperty("loss_curve").Doubles(), run.Model.LossCurve, 1e-10);
        Assert.Equal(golden.Int("n_iter"), run.Model.IterationCount);
        Assert.Equal(golden.GetProperty("validation_scores").GetArrayLength(), run.Model.ValidationScores.Count);
        Near(golden.GetProperty("validation_scores").Doubles(), run.Model.ValidationScores, 1e-9);
        Assert.Equal(golden.IsNull("best_loss"), run.Model.BestLoss is null);
        if (run.Model.BestLoss is { } best)
            Near([golden.Double("best_loss")], [best], 1e-10);
        Near(golden.GetProperty("absolute_weights").Doubles(), [.. run.Model.Coefs.Select(Absolute)], 1e-9);
        Near(golden.GetProperty("absolute_biases").Doubles(), [.. run.Model.Intercepts.Select(Absolute)], 1e-9);
        run.CheckPredictions(1e-8);
    }

    [Theory]
    [MemberData(nameof(Stochastic))]
    public void Lines_and_warnings_are_those_of_scikit_learn(string name)
    {
        var golden = Cases.Named(name);
        var run = new MlpRun(golden, Digits);
        run.Model.Verbose = golden.GetProperty("log").GetBoolean();

        run.Steps();

        var lines = run.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(golden.GetProperty("warnings").Texts(), lines.Where(line => line.Contains("Warning: ", StringComparison.Ordinal)));
        if (run.Model.Verbose)
            Assert.Equal(golden.GetProperty("printed").Texts(), lines.Where(line => !line.Contains("Warning: ", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(InFloat32))]
    public void Float32_samples_are_learned_in_float32(string name)
    {
        var golden = Cases.Named(name);
        var run = new MlpRun(golden, Digits);

        run.Steps();

        Assert.Equal(DType.Float32, run.Model.Coefs[0].DType);
        Near(golden.GetProperty("loss_curve").Doubles(), run.Model.LossCurve, 1e-4);
        Assert.Equal(golden.Int("n_iter"), run.Model.IterationCount);
        Assert.Equal(golden.Double("score"), run.Score(), 0.02);
    }

    // Another line search finds other points on the way, and on a surface with several minima perhaps another minimum.
    [Theory]
    [MemberData(nameof(Lbfgs))]
    public void Lbfgs_arrives_at_the_loss_and_score_of_scipy(string name)
    {
        var golden = Cases.Named(name);
        var run = new MlpRun(golden, Digits);

        run.Steps();

        var convex = golden.GetProperty("params").GetProperty("hidden_layer_sizes").GetArrayLength() == 0;
        Assert.Equal(golden.Double("loss"), run.Model.Loss, golden.Double("loss") * (convex ? 1e-7 : 1e-3));
        Assert.Equal(golden.Double("score"), run.Score(), convex ? 1e-3 : 0.03);
    }

    private static bool IsLbfgs(JsonElement golden) =>
        golden.GetProperty("params").TryGetProperty("solver", out var solver) && solver.GetString() == "lbfgs";

    private static bool IsFloat32(JsonElement golden) => golden.GetProperty("float32").GetBoolean();

    private static double Absolute(Tensor weights) => weights.ToDoubles().Sum(Math.Abs);

    private static void Near(double[] expected, IReadOnlyList<double> actual, double relative)
    {
        Assert.Equal(expected.Length, actual.Count);
        foreach (var (a, b) in expected.Zip(actual))
            Assert.Equal(a, b, relative * Math.Max(1e-3, Math.Abs(a)));
    }
}
