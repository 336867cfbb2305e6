using System.Text.Json;
using CourseKit.Autograd;
using CourseKit.Data;
using CourseKit.Learn;
using CourseKit.Tests.Metrics;

namespace CourseKit.Tests.Learn;

/// <summary>A golden case done again with our models.</summary>
internal sealed class MlpRun
{
    private readonly JsonElement _golden;
    private readonly Tensor _x, _xTest, _y, _yTest;
    private readonly StringWriter _log = new() { NewLine = "\n" };

    public MlpRun(JsonElement golden, ImageDataset digits)
    {
        _golden = golden;
        var (train, test) = (golden.Int("train"), golden.GetProperty("predictions").GetArrayLength());
        var target = golden.Text("target");
        if (target == "values")
            test /= 2;
        var precision = golden.GetProperty("float32").GetBoolean() ? DType.Float32 : DType.Float64;
        var x = (Tensor.From(digits.X) / golden.Double("scale")).To(precision);
        var y = Targets(target, digits);
        (_x, _xTest, _y, _yTest) = (x[..train], x[train..(train + test)], y[..train], y[train..(train + test)]);
        Model = target.StartsWith("value", StringComparison.Ordinal) ? new MLPRegressor() : new MLPClassifier();
        Model.Log = _log;
        Set(Model, golden.GetProperty("params"));
    }

    public MultilayerPerceptron Model { get; }

    public string Log => _log.ToString();

    public void Steps()
    {
        foreach (var step in _golden.GetProperty("steps").EnumerateArray())
        {
            if (step.TryGetProperty("set", out var settings))
                Set(Model, settings);
            Step(step.Text("do") == "partial_fit");
        }
    }

    public double Score() => Model is MLPClassifier classifier
        ? classifier.Score(_xTest, Labels(_yTest))
        : ((MLPRegressor)Model).Score(_xTest, _yTest);

    public void CheckPredictions(double tolerance)
    {
        var expected = _golden.GetProperty("predictions");
        if (Model is MLPRegressor regressor)
        {
            foreach (var (a, b) in expected.Doubles().Zip(regressor.PredictOutputs(_xTest).Cast<double>()))
                Assert.Equal(a, b, tolerance * Math.Max(1, Math.Abs(a)));
            return;
        }
        var classifier = (MLPClassifier)Model;
        Assert.Equal(expected.Ints(), classifier.Predict(_xTest));
        Assert.Equal(_golden.Double("score"), Score(), 1e-12);
        var probabilities = _golden.GetProperty("probabilities").Matrix();
        foreach (var (a, b) in probabilities.Cast<double>().Zip(classifier.PredictProba(_xTest[..3]).Cast<double>()))
            Assert.Equal(a, b, tolerance);
    }

    private void Step(bool partial)
    {
        if (Model is MLPClassifier classifier)
            _ = partial ? classifier.PartialFit(_x, Labels(_y), [.. Labels(_y).Distinct()]) : classifier.Fit(_x, Labels(_y));
        else
            _ = partial ? ((MLPRegressor)Model).PartialFit(_x, _y) : ((MLPRegressor)Model).Fit(_x, _y);
    }

    public static void Set(MultilayerPerceptron model, JsonElement settings)
    {
        foreach (var setting in settings.EnumerateObject())
            model.SetParams((setting.Name, Value(setting.Value)));
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.Array => value.Ints(),
        _ => value.TryGetInt32(out var whole) ? (object)whole : value.GetDouble(),
    };

    private static Tensor Targets(string kind, ImageDataset digits)
    {
        var digit = Array.ConvertAll(digits.Y, y => (double)y);
        return kind switch
        {
            "three" => Array.ConvertAll(digit, d => d % 3),
            "two" => Array.ConvertAll(digit, d => d > 4 ? 8.0 : 3.0),
            "values" => WithMeans(digit, (Tensor.From(digits.X) / 16).Mean(1).ToDoubles()),
            _ => digit,
        };
    }

    private static double[,] WithMeans(double[] digit, double[] mean)
    {
        var values = new double[digit.Length, 2];
        for (var i = 0; i < digit.Length; i++)
            (values[i, 0], values[i, 1]) = (digit[i], mean[i]);
        return values;
    }

    private static int[] Labels(Tensor y) => Array.ConvertAll(y.ToDoubles(), label => (int)label);
}
