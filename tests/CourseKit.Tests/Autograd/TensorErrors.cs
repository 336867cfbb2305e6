using CourseKit.Autograd;
using CourseKit.Numerics;
using static CourseKit.Autograd.Functions;

namespace CourseKit.Tests.Autograd;

internal static class TensorErrors
{
    private static readonly Tensor TwoByThree = Tensor.Ones([2, 3]);

    private static readonly Tensor Images = Tensor.Ones([2, 3, 5, 4]);

    [ErrorCases]
    public static IEnumerable<(string Name, Action Trigger)> Cases() =>
    [
        ("Autograd: arange that never ends", () => Tensor.Arange(0, 1, -0.1)),
        ("Autograd: axis twice", () => TwoByThree.Sum([1, -1])),
        ("Autograd: backward of many values", () => (TwoByThree.Clone().RequireGrad() * 2).Backward()),
        ("Autograd: backward of nothing recorded", () => TwoByThree.Sum().Backward()),
        ("Autograd: backward twice", BackwardTwice),
        ("Autograd: batch norm of a batch of one", () => BatchNorm(Tensor.Ones([1, 3]), null, null, new(3), training: true)),
        ("Autograd: batch norm of a vector", () => BatchNorm(Tensor.Ones([3]), null, null, new(3), training: true)),
        ("Autograd: batch norm, statistics of other channels", () => BatchNorm(TwoByThree, null, null, new(4), training: false)),
        ("Autograd: batch norm, weight", () => BatchNorm(TwoByThree, Tensor.Ones([2]), null, new(3), training: false)),
        ("Autograd: batch statistics of nothing", () => _ = new BatchStatistics(0)),
        ("Autograd: broadcast", () => _ = TwoByThree + Tensor.Ones([2])),
        ("Autograd: clip", () => Clip(TwoByThree, 2, 1)),
        ("Autograd: concat of nothing", () => Concat([])),
        ("Autograd: concat, shapes", () => Concat([TwoByThree, Tensor.Ones([2, 4])])),
        ("Autograd: conv2d, channels", () => Conv2d(Images, Tensor.Ones([8, 1, 3, 3]), null)),
        ("Autograd: conv2d, bias", () => Conv2d(Images, Tensor.Ones([8, 3, 3, 3]), Tensor.Ones([3]))),
        ("Autograd: conv2d of a matrix", () => Conv2d(TwoByThree, Tensor.Ones([8, 3, 3, 3]), null)),
        ("Autograd: conv2d, stride", () => Conv2d(Images, Tensor.Ones([8, 3, 3, 3]), null, stride: 0)),
        ("Autograd: conv2d, unknown nonlinearity",
            () => Conv2d(Images, Tensor.Ones([8, 3, 3, 3]), null, Sliding.Of(1, 0), (Nonlinearity)9)),
        ("Autograd: conv2d, window", () => Conv2d(Images, Tensor.Ones([8, 3, 7, 7]), null)),
        ("Autograd: cross entropy, empty", () => CrossEntropy(Tensor.Ones([0, 3]), Array.Empty<int>())),
        ("Autograd: cross entropy, smoothing", () => CrossEntropy(TwoByThree, TwoByThree, 1.5)),
        ("Autograd: cross entropy, targets", () => CrossEntropy(TwoByThree, Tensor.Ones([2]))),
        ("Autograd: cross entropy, label", () => CrossEntropy(TwoByThree, new[] { 0, 3 })),
        ("Autograd: cross entropy, number of labels", () => CrossEntropy(TwoByThree, new[] { 0 })),
        ("Autograd: dropout", () => Dropout(TwoByThree, 1.5, () => 0)),
        ("Autograd: gather, columns", () => TwoByThree.Gather(0)),
        ("Autograd: gather, no such column", () => TwoByThree.Gather(0, 3)),
        ("Autograd: grad check in float32", () => GradCheck.Error(x => x[0].Sum(), Tensor.Ones([2]))),
        ("Autograd: huber", () => Huber(TwoByThree, TwoByThree, 0)),
        ("Autograd: index", () => _ = TwoByThree[0, 3]),
        ("Autograd: index of another rank", () => _ = TwoByThree[0]),
        ("Autograd: item of many", () => TwoByThree.Item()),
        ("Autograd: linear, rows for units", () => Linear(TwoByThree, Tensor.Ones([3, 4]), null, unitsFirst: true)),
        ("Autograd: linear, bias", () => Linear(TwoByThree, Tensor.Ones([3, 4]), Tensor.Ones([3]))),
        ("Autograd: linear, shapes", () => Linear(TwoByThree, Tensor.Ones([4, 5]), Tensor.Ones([5]))),
        ("Autograd: linear, unknown nonlinearity", () => Linear(TwoByThree, Tensor.Ones([3, 4]), Tensor.Ones([4]), (Nonlinearity)9)),
        ("Autograd: largest of nothing", () => Tensor.Ones([0]).Max()),
        ("Autograd: logsumexp of nothing", () => LogSumExp(Tensor.Ones([2, 0]))),
        ("Autograd: matmul", () => MatMul(TwoByThree, Tensor.Ones([4, 5]))),
        ("Autograd: matmul of a vector", () => MatMul(TwoByThree, Tensor.Ones([3]))),
        ("Autograd: max pool of a matrix", () => MaxPool2d(TwoByThree, 2)),
        ("Autograd: max pool, padding", () => MaxPool2d(Images, 2, padding: 2)),
        ("Autograd: mixed precision", () => _ = TwoByThree * Tensor.Ones([2, 3], DType.Float64)),
        ("Autograd: one-hot", () => Tensor.OneHot([0, 3], 3)),
        ("Autograd: permute", () => TwoByThree.Permute(0, 0)),
        ("Autograd: ranges", () => _ = TwoByThree[.., .., ..]),
        ("Autograd: require grad of a result", () => (TwoByThree.Clone().RequireGrad() * 2).RequireGrad()),
        ("Autograd: reshape", () => TwoByThree.Reshape(4, -1)),
        ("Autograd: rows", () => _ = TwoByThree[1..4]),
        ("Autograd: rows of a number", () => _ = Tensor.Scalar(1)[..1]),
        ("Autograd: shape, negative", () => Tensor.Zeros([2, -3])),
        ("Autograd: shape, too large", () => Tensor.Zeros([100_000, 100_000])),
        ("Autograd: softmax without classes", () => Softmax(Tensor.Ones([3, 0]))),
        ("Autograd: squared error, shapes", () => MeanSquaredError(TwoByThree, Tensor.Ones([6]))),
        ("Autograd: squared error of nothing", () => MeanSquaredError(Tensor.Ones([0]), Tensor.Ones([0]))),
        ("Autograd: squeeze", () => TwoByThree.Squeeze(0)),
        ("Autograd: sum along no axis", () => TwoByThree.Sum(2)),
        ("Autograd: to matrix", () => Tensor.Ones([6]).ToMatrix()),
        ("Autograd: unsqueeze", () => TwoByThree.Unsqueeze(3)),
        ("Autograd: values and shape", () => Tensor.From([1f, 2f], [3])),
    ];

    private static void BackwardTwice()
    {
        var loss = TwoByThree.Clone().RequireGrad().Sum();
        loss.Backward();
        loss.Backward();
    }
}
