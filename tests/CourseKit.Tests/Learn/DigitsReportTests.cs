using System.Globalization;
using System.Text.Json;
using CourseKit.Data;
using CourseKit.Learn;
using CourseKit.Tests.Metrics;

namespace CourseKit.Tests.Learn;

/// <summary>The runs of the course's first report: raw digits, the first 1000 to fit, scikit-learn 1.2.1's numbers.</summary>
public sealed class DigitsReportTests
{
    private static readonly (ImageDataset Train, ImageDataset Test) Parts = Digits.Load().SplitAt(1000);

    [Theory]
    [InlineData("relu", 1e-12)]
    [InlineData("identity", 1e-12)]
    [InlineData("logistic", 1e-10)]
    public void Run_of_the_report_is_reproduced(string name, double tolerance)
    {
        var golden = Golden(name);

        var mlp = Fitted(golden);

        CheckRun(golden, mlp, tolerance);
    }

    [Fact]
    public void Run_of_the_report_with_four_wide_layers_is_reproduced()
    {
        var golden = Golden("adam1024");

        var mlp = Fitted(golden);

        CheckRun(golden, mlp, 1e-10);
        Assert.Equal(golden.GetProperty("loss_curve").Doubles().Select(EightDecimals), mlp.LossCurve.Select(EightDecimals));
    }

    // After that the run is chaotic: scikit-learn itself ends elsewhere on another processor.
    [Fact]
    public void Tanh_run_begins_as_in_the_report_and_ends_in_its_neighbourhood()
    {
        var golden = Golden("tanh");

        var mlp = Fitted(golden);

        Assert.Equal(golden.GetProperty("loss_curve").Doubles()[..7].Select(EightDecimals), mlp.LossCurve.Take(7).Select(EightDecimals));
        Assert.InRange(mlp.Score(Parts.Test.X, Parts.Test.Y), 0.87, 0.93);
    }

    [Fact]
    public void Log_of_the_relu_run_is_scikit_learns_own()
    {
        using var log = new StringWriter { NewLine = "\n" };
        var mlp = Model(Golden("relu"));
        (mlp.Verbose, mlp.Log) = (true, log);

        mlp.Fit(Parts.Train.X, Parts.Train.Y);

        Approved.Check(log.ToString(), "DigitsReluLog.txt");
    }

    [Theory]
    [InlineData("relu")]
    [InlineData("adam1024")]
    public void Weights_are_drawn_as_in_scikit_learn(string name)
    {
        var golden = Golden(name);
        var mlp = Model(golden);
        (mlp.MaxIter, mlp.LearningRateInit, mlp.Alpha, mlp.BatchSize) = (1, 1e-300, 0, null);

        mlp.Fit(Parts.Train.X, Parts.Train.Y);

        Assert.Equal(golden.GetProperty("first_weights").Doubles(), mlp.Coefs[0].ToDoubles()[..16]);
        var sums = golden.GetProperty("weight_sums").Doubles();
        foreach (var (expected, actual) in sums.Zip(mlp.Coefs))
            Assert.Equal(expected, actual.Sum().Item(), 1e-10);
    }

    private static void CheckRun(JsonElement golden, MLPClassifier mlp, double tolerance)
    {
        var expected = golden.GetProperty("loss_curve").Doubles();
        Assert.Equal(expected.Length, mlp.IterationCount);
        foreach (var (a, b) in expected.Zip(mlp.LossCurve))
            Assert.Equal(a, b, tolerance * Math.Abs(a));
        Assert.Equal(golden.GetProperty("test_predictions").Ints(), mlp.Predict(Parts.Test.X));
        Assert.Equal(golden.Double("accuracy"), mlp.Score(Parts.Test.X, Parts.Test.Y), 1e-15);
        foreach (var (a, b) in golden.GetProperty("final_absolute_weight_sums").Doubles().Zip(mlp.Coefs))
            Assert.Equal(a, b.ToDoubles().Sum(Math.Abs), 1e-9 * Math.Abs(a));
    }

    private static MLPClassifier Fitted(JsonElement golden) => Model(golden).Fit(Parts.Train.X, Parts.Train.Y);

    private static MLPClassifier Model(JsonElement golden)
    {
        var model = new MLPClassifier { Log = TextWriter.Null };
        MlpRun.Set(model, golden.GetProperty("params"));
        return model;
    }

    private static string EightDecimals(double loss) => loss.ToString("F8", CultureInfo.InvariantCulture);

    private static JsonElement Golden(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(
            Repository.PathOf("tests", "CourseKit.Tests", "Learn", "Golden", "Mlp", $"digits_{name}.json")));
        return document.RootElement.Clone();
    }
}
