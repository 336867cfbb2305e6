using System.Diagnostics;
using System.Globalization;
using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Torch;

namespace CourseKit.Benchmarks.Work;

/// <summary>R1b made small: three convolutions of 8, 16 and 32 channels, 2000 images, of which a fifth for validation.</summary>
internal sealed class SmallCnn : BenchmarkWork
{
    private const int Images = 2000, Epochs = 3;

    private readonly Tensor _x, _xTest;
    private readonly int[] _y, _yTest;

    public SmallCnn()
    {
        var data = DataOf.Mnist;
        (_x, _y) = Part(data, data.Train);
        (_xTest, _yTest) = Part(data, data.Held);
    }

    public override void Run()
    {
        Torch.Torch.ManualSeed(0);
        var net = new NeuralNetClassifier(Network)
        {
            Optimizer = (parameters, lr) => new SGD(parameters, lr, momentum: 0.9),
            MaxEpochs = Epochs,
            BatchSize = 64,
            Shuffle = true,
            Verbose = false,
        };
        var start = Stopwatch.GetTimestamp();
        net.Fit(_x, _y);
        Seconds = Stopwatch.GetElapsedTime(start).TotalSeconds / Epochs;
        Result = net.Score(_xTest, _yTest).ToString("F4", CultureInfo.InvariantCulture);

        // No gradient is needed in the pixels.
        const double First = 784 * 9 * 8, Others = (784 * 9 * ((8 * 16) + (16 * 32))) + (784 * 32 * 64) + (64 * 10);
        Gflop = 2e-9 * Images * ((0.8 * ((2 * First) + (3 * Others))) + (0.2 * (First + Others)));
    }

    private static Sequential Network() => new(
        new Conv2d(1, 8, 3, 1, 1), new ReLU(), new Conv2d(8, 16, 3, 1, 1), new ReLU(), new Conv2d(16, 32, 3, 1, 1), new ReLU(),
        new Flatten(), new Linear(32 * 784, 64), new ReLU(), new Linear(64, 10));

    private static (Tensor X, int[] Y) Part(DataOf data, Data.ImageDataset images)
    {
        var (part, _) = images.SplitAt(Images);
        return (part.ToTensor(data.Scaling).Reshape(Images, 1, 28, 28), part.Y);
    }
}
