using System.Text;
using CourseKit.Autograd;
using CourseKit.Learn;

namespace CourseKit.Tests.Learn;

internal static class MlpErrors
{
    private static readonly double[,] X = { { 0, 1 }, { 1, 0 }, { 1, 1 }, { 0, 0 } };
    private static readonly int[] Y = [0, 1, 1, 0];
    private static readonly double[] Values = [0, 1, 1, 0];

    [ErrorCases]
    public static IEnumerable<(string Name, Action Trigger)> Samples() =>
    [
        ("Learn: mlp, empty", () => new MLPClassifier().Fit(new double[0, 3], [])),
        ("Learn: mlp, features", () => Fitted().Predict(new double[1, 3])),
        ("Learn: mlp, infinity", () => new MLPClassifier().Fit(new[,] { { 0, double.PositiveInfinity }, { 1, 0 } }, [0, 1])),
        ("Learn: mlp, labels", () => new MLPClassifier().Fit(X, [0, 1])),
        ("Learn: mlp, NaN", () => new MLPClassifier().Fit(new[,] { { 0, 1 }, { float.NaN, 0 } }, [0, 1])),
        ("Learn: mlp, not fitted", () => new MLPClassifier().Predict(X)),
        ("Learn: mlp, not fitted, weights", () => _ = new MLPRegressor().Coefs),
        ("Learn: mlp, not fitted, save", () => new MLPRegressor().Save("nowhere")),
        ("Learn: mlp, one class", () => new MLPClassifier().Fit(X, [3, 3, 3, 3])),
        ("Learn: mlp, overflow", () => Quiet(new MLPClassifier { Solver = Solver.SGD, LearningRateInit = 1e300, MaxIter = 3 }).Fit(X, Y)),
        ("Learn: mlp, partial fit, classes later", () => Partial().PartialFit(X, Y, [0, 1, 2])),
        ("Learn: mlp, partial fit, no classes", () => new MLPClassifier().PartialFit(X, Y)),
        ("Learn: mlp, partial fit, solver", () => new MLPClassifier { Solver = Solver.LBFGS }.PartialFit(X, Y, [0, 1])),
        ("Learn: mlp, partial fit, unknown label", () => Partial().PartialFit(X, [0, 1, 1, 7])),
        ("Learn: mlp, vector", () => new MLPClassifier().Fit(Values, Y)),
        ("Learn: mlp, warm start, another network", () =>
        {
            var model = Warm();
            model.HiddenLayerSizes = [3];
            model.Fit(X, Y);
        }),
        ("Learn: mlp, warm start, classes", () => Warm().Fit(X, [0, 1, 2, 0])),
        ("Learn: mlp regressor, outputs", () =>
            Quiet(new MLPRegressor { MaxIter = 1, WarmStart = true }).Fit(X, Values).Fit(X, new double[4, 2])),
        ("Learn: mlp regressor, predict several", () => Quiet(new MLPRegressor { MaxIter = 1 }).Fit(X, new double[4, 2]).Predict(X)),
        ("Learn: mlp regressor, shape", () => new MLPRegressor().Fit(X, Tensor.Zeros([2, 2, 1]))),
        ("Learn: mlp regressor, values", () => new MLPRegressor().Fit(X, new[] { 1.0 })),
        ("Learn: mlp regressor, NaN", () => new MLPRegressor().Fit(X, new[] { 1, double.NaN, 0, 0 })),
    ];

    [ErrorCases]
    public static IEnumerable<(string Name, Action Trigger)> Settings()
    {
        (string Name, Action<MLPClassifier> Set)[] wrong =
        [
            ("activation", m => m.Activation = (Activation)9), ("alpha", m => m.Alpha = -1), ("batch size", m => m.BatchSize = 0),
            ("beta 1", m => m.Beta1 = 1), ("beta 2", m => m.Beta2 = -0.1), ("epsilon", m => m.Epsilon = 0),
            ("hidden layer of 0", m => m.HiddenLayerSizes = [10, 0]), ("learning rate", m => m.LearningRate = (LearningRate)9),
            ("learning rate init", m => m.LearningRateInit = 0), ("max fun", m => m.MaxFun = 0), ("max iter", m => m.MaxIter = 0),
            ("momentum", m => m.Momentum = 1.1), ("n iter no change", m => m.NIterNoChange = 0), ("power t", m => m.PowerT = -0.5),
            ("random state", m => m.RandomState = -1), ("solver", m => m.Solver = (Solver)9), ("tol", m => m.Tol = double.NaN),
            ("validation fraction", m => m.ValidationFraction = 1),
        ];
        foreach (var (name, set) in wrong)
        {
            yield return ($"Learn: mlp setting, {name}", () =>
            {
                var model = new MLPClassifier();
                set(model);
                model.Fit(X, Y);
            }
            );
        }
        yield return ("Learn: mlp by name, kind of value", () => new MLPClassifier().SetParams(("max_iter", 0.5)));
        yield return ("Learn: mlp by name, list", () => new MLPClassifier().SetParams(("hidden_layer_sizes", "ten")));
        yield return ("Learn: mlp by name, no", () => new MLPClassifier().SetParams(("shuffle", "yes")));
        yield return ("Learn: mlp by name, null", () => new MLPClassifier().SetParams(("alpha", null)));
        yield return ("Learn: mlp by name, unknown setting", () => new MLPClassifier().SetParams(("hiden_layer_sizes", 3)));
        yield return ("Learn: mlp by name, unknown setting far from all", () => new MLPClassifier().SetParams(("zzz", 3)));
        yield return ("Learn: mlp by name, unknown value", () => new MLPClassifier().SetParams(("activation", "rleu")));
        yield return ("Learn: mlp by name, value of another kind", () => new MLPClassifier().SetParams(("activation", 3)));
    }

    [ErrorCases]
    public static IEnumerable<(string Name, Action Trigger)> Files() =>
    [
        ("Learn: model file, another kind", () => InFile(path =>
        {
            Fitted().Save(path);
            MLPRegressor.Load(path);
        })),
        ("Learn: model file, classes", () => Changed("\\u0022classes\\u0022:[0,1]", "\\u0022classes\\u0022:[0  ]")),
        ("Learn: model file, layers", () => Changed("coefs.1", "coefs.7")),
        ("Learn: model file, setting", () => Changed("\\u0022alpha\\u0022", "\\u0022alpja\\u0022")),
        ("Learn: model file, misfit", () => Changed("\"shape\":[2,3]", "\"shape\":[3,2]")),
        ("Learn: model file, no layers", () => Changed("coefs.0", "coefs.7")),
    ];

    private static T Quiet<T>(T model)
        where T : MultilayerPerceptron
    {
        model.Log = TextWriter.Null;
        return model;
    }

    private static MLPClassifier Fitted() => Quiet(new MLPClassifier { MaxIter = 1, HiddenLayerSizes = [3] }).Fit(X, Y);

    private static MLPClassifier Partial() => Quiet(new MLPClassifier()).PartialFit(X, Y, [0, 1]);

    private static MLPClassifier Warm() => Quiet(new MLPClassifier { MaxIter = 1, WarmStart = true }).Fit(X, Y);

    private static void Changed(string from, string to) => InFile(path =>
    {
        Fitted().Save(path);
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(path));
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(text.Replace(from, to, StringComparison.Ordinal)));
        MLPClassifier.Load(path);
    });

    // The same relative name each time, so that messages read the same on every machine.
    private static void InFile(Action<string> use)
    {
        const string Name = "mlp-errors.safetensors";
        try
        {
            use(Name);
        }
        finally
        {
            File.Delete(Name);
        }
    }
}
