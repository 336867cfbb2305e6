using CourseKit.Autograd;
using CourseKit.Numerics;
using CourseKit.Tests.Metrics;
using static CourseKit.Autograd.Functions;

namespace CourseKit.Tests.Autograd;

/// <summary>Values and gradients of torch 1.13.1, in <c>Golden/torch_functions.json</c>; where its meaning differs, it is said here.</summary>
public sealed class TorchFunctionTests
{
    private static readonly System.Text.Json.JsonElement[] Golden = GoldenFile.Read("Autograd", "Golden", "torch_functions.json");
    private static readonly int[] Labels = [2, 0, 3];
    private static readonly Tensor Targets = Tensor.From(new double[,] { { 0.1, 0.2, 0.3, 0.4 }, { 0.7, 0.1, 0.1, 0.1 }, { 0, 0, 0.5, 0.5 } });

    private static readonly Sliding Pooling = Sliding.Of(2, 1);

    private static readonly Dictionary<string, (Func<Tensor[], Tensor> Function, Shape[] Shapes, double Shift)> Cases = new()
    {
        ["conv2d"] = (
            x => Conv2d(x[0], x[1], x[2], new Sliding(2, 1) { Top = 1, Bottom = 1, Left = 2, Right = 2 }),
            [[2, 3, 5, 4], [2, 3, 3, 2], [2]], 0),
        ["max_pool2d"] = (x => MaxPool2d(x[0], 3, 2, 1), [[1, 2, 6, 5]], 0),
        ["avg_pool2d"] = (x => AvgPool2d(x[0], 3, 2, 1), [[1, 2, 6, 5]], 0),
        ["avg_pool2d without padding"] = (x => AvgPool2d(x[0], (3, 3), Pooling, countPadding: false), [[1, 2, 6, 5]], 0),
        ["batch_norm in training"] = (x => BatchNormThenMoments(x, training: true), [[2, 3, 2, 2], [3], [3]], 0),
        ["batch_norm in evaluation"] = (x => BatchNormThenMoments(x, training: false), [[4, 3], [3], [3]], 0),
        ["leaky_relu"] = (x => LeakyReLU(x[0], 0.2), [[9]], 0),
        ["elu"] = (x => ELU(x[0], 1.5), [[9]], 0),
        ["gelu"] = (x => GELU(2 * x[0]), [[9]], 0),
        ["silu"] = (x => SiLU(2 * x[0]), [[9]], 0),
        ["softplus"] = (x => Softplus(2 * x[0]), [[9]], 0),
        ["softmax of a middle axis"] = (x => Softmax(x[0], 1), [[2, 3, 2]], 0),
        ["log_softmax"] = (x => LogSoftmax(x[0]), [[2, 3]], 0),
        ["logsumexp"] = (x => LogSumExp(x[0], 1), [[2, 3, 2]], 0),
        ["var"] = (x => x[0].Var([0, 2]), [[2, 3, 2]], 0),
        ["std"] = (x => x[0].Std(1, correction: 0), [[2, 3]], 0),
        ["max"] = (x => x[0].Max(1), [[2, 3, 2]], 0),
        ["clamp"] = (x => Clip(x[0], -0.5, 0.4), [[9]], 0),
        ["maximum"] = (x => Maximum(x[0], x[1]), [[3, 2], [2]], 0),
        ["pow"] = (x => Pow(x[0], x[1]), [[3, 2], [2]], 1.5),
        ["cross_entropy, smoothed"] = (x => CrossEntropy(x[0], Tensor.OneHot(Labels, 4, DType.Float64), 0.2), [[3, 4]], 0),
        ["cross_entropy of probabilities"] = (x => CrossEntropy(x[0], Targets, 0.1), [[3, 4]], 0),
        ["nll_loss"] = (x => NegativeLogLikelihood(x[0], Labels), [[3, 4]], 0),
        ["binary_cross_entropy"] = (x => BinaryCrossEntropy(x[0] / 3, Targets), [[3, 4]], 1.5),
        ["binary_cross_entropy_with_logits"] = (x => BinaryCrossEntropyWithLogits(x[0], Targets), [[3, 4]], 0),
        ["mse_loss"] = (x => MeanSquaredError(x[0], Targets), [[3, 4]], 0),
        ["l1_loss"] = (x => MeanAbsoluteError(x[0], Targets), [[3, 4]], 0),
        ["huber_loss"] = (x => Huber(x[0], Targets, 0.5), [[3, 4]], 0),
    };

    public static TheoryData<string> Names { get; } = GoldenFile.Names(Golden);

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_and_gradients_are_torchs(string name)
    {
        var golden = Golden.Named(name);
        var (function, shapes, shift) = Cases[name];
        Tensor[] inputs = [.. shapes.Select((shape, k) => Input(shape, k, shift))];

        var y = function(inputs);
        (y.Flatten() * Tensor.From([.. Enumerable.Range(0, y.Count).Select(i => Math.Cos(i))])).Sum().Backward();

        Close(golden.GetProperty("y").Doubles(), y);
        foreach (var (expected, input) in golden.GetProperty("gradients").EnumerateArray().Zip(inputs))
            Close(expected.Doubles(), input.Grad!);
    }

    private static Tensor Input(Shape shape, int k, double shift) =>
        Tensor.From([.. Enumerable.Range(0, shape.Size).Select(i => Math.Sin((1.7 * i) + k) + shift)], shape).RequireGrad();

    private static Tensor BatchNormThenMoments(Tensor[] x, bool training)
    {
        var running = new BatchStatistics(3, DType.Float64) { Momentum = 0.3, Epsilon = 1e-3 };
        running.Mean.CopyFrom(Tensor.From([0.5, -0.25, 1.0]));
        running.Variance.CopyFrom(Tensor.From([2.0, 0.5, 1.0]));
        var y = BatchNorm(x[0], x[1], x[2], running, training);
        return Concat([y.Flatten(), running.Mean, running.Variance]);
    }

    private static void Close(double[] expected, Tensor actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        foreach (var (a, b) in expected.Zip(actual.ToDoubles()))
            Assert.Equal(a, b, 1e-13 * Math.Max(1, Math.Abs(a)));
    }
}
