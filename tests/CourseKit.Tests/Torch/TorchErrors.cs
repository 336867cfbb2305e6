using CourseKit.Autograd;
using CourseKit.Numerics;
using CourseKit.Torch;

namespace CourseKit.Tests.Torch;

internal static class TorchErrors
{
    private static readonly TensorDataset Data = new(Tensor.Zeros([3, 2]), [0, 1, 0]);

    [ErrorCases]
    public static IEnumerable<(string Name, Action Trigger)> Cases() =>
    [
        ("Torch: data loader, batch size", () => _ = new DataLoader(Data, batchSize: 0)),
        ("Torch: batch norm, images", () => new BatchNorm1d(3).Call(Tensor.Zeros([2, 3, 4, 4]))),
        ("Torch: batch norm, rows", () => new BatchNorm2d(3).Call(Tensor.Zeros([2, 3]))),
        ("Torch: classifier, not fitted", () => new NeuralNetClassifier(() => new Linear(2, 2)).Predict(Tensor.Zeros([3, 2]))),
        ("Torch: classifier, small classes", () => Alone(() => new NeuralNetClassifier(() => new Linear(2, 2)).Fit(Tensor.Zeros([3, 2]), [0, 1, 0]))),
        ("Torch: conv2d, sizes", () => _ = new Conv2d(1, 8, 3, stride: 0)),
        ("Torch: init, no matrix", () => Init.XavierUniform(Tensor.Zeros([3]))),
        ("Torch: linear, sizes", () => _ = new Linear(0, 3)),
        ("Torch: linear, input", () => Alone(() => new Linear(784, 3).Call(Tensor.Zeros([2, 28])))),
        ("Torch: randint, no number", () => CourseKit.Torch.Torch.RandInt(3, 3, 1)),
        ("Torch: randperm, negative", () => CourseKit.Torch.Torch.RandPerm(-1)),
        ("Torch: random split, lengths", () => CourseKit.Torch.Torch.RandomSplit(Data, [1, 3])),
        ("Torch: subset, no such example", () => _ = new Subset<int[]>(Data, [0, 3])),
    ];

    // Not from the stream of the process, which other tests seed at the same time.
    private static void Alone(Action draw)
    {
        using var _ = SharedRandom.Isolate();
        draw();
    }
}
