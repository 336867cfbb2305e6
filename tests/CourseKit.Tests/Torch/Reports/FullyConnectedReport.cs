using CourseKit.Autograd;
using CourseKit.Data;
using CourseKit.Learn;
using CourseKit.Nn;
using CourseKit.Torch;
using static CourseKit.Autograd.Functions;
using static CourseKit.Torch.Torch;

namespace CourseKit.Tests.Torch.Reports;

/// <summary>Report R3 as its author wrote it: a fully connected network on MNIST with sigmoid, softmax and loss of one's own.</summary>
internal sealed class FullyConnectedReport
{
    private const int BatchSize = 1000, Classes = 10;

    private readonly IDataset<int[]> _train, _validation, _test;

    /// <param name="train">60 000 images, of which 15 % become the validation part.</param>
    /// <param name="test">10 000 images.</param>
    /// <param name="splitSeed">Of scikit-learn's <c>train_test_split</c>.</param>
    public FullyConnectedReport(ImageDataset train, ImageDataset test, int splitSeed)
    {
        var scaling = Scaling.Standard(0.1307, 0.3081);
        var images = new ImageTensors(train, scaling);
        (TrainIndices, ValidationIndices) = TrainTestSplit.Indices(train.Count, 0.15, splitSeed);
        (_train, _validation) = (new Subset<int[]>(images, TrainIndices), new Subset<int[]>(images, ValidationIndices));
        _test = new ImageTensors(test, scaling);
    }

    public int[] TrainIndices { get; }

    public int[] ValidationIndices { get; }

    /// <summary>Trains and tests one network.</summary>
    /// <param name="hidden">Hidden units.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="corrected">Whether softmax sums over the classes, or over the batch as submitted.</param>
    /// <param name="epochs">35 in the report.</param>
    public FullyConnectedRun Run(int hidden, double rate, bool corrected, int epochs)
    {
        ManualSeed(0);
        var net = new FullyConnected(hidden, corrected);
        var optimizer = new SGD(net.Parameters(), rate);
        DataLoader training = new(_train, BatchSize, shuffle: true), validation = new(_validation, BatchSize);
        var log = new List<FullyConnectedEpoch>();
        var (best, bestNet) = (-1.0, net);

        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            var train = OneEpoch(training, net.Train(), optimizer);
            var valid = OneEpoch(validation, net.Eval(), null);
            log.Add(new(train.Losses, train.Accuracy, valid.Losses.Average(), valid.Accuracy));
            var rounded = Math.Round(valid.Accuracy, 3);
            if (best + 0.001 < rounded)
                (best, bestNet) = (rounded, net.Clone());
        }
        var (testLosses, testAccuracy) = OneEpoch(new DataLoader(_test, BatchSize), bestNet, null);
        return new(testAccuracy, testLosses.Average(), log, net);
    }

    private static (double[] Losses, double Accuracy) OneEpoch(DataLoader loader, FullyConnected net, SGD? optimizer)
    {
        var (losses, accuracies) = (new List<double>(), new List<double>());
        using var recording = optimizer is null ? NoGrad.Open() : null;
        foreach (var (x, labels) in loader)
        {
            optimizer?.ZeroGrad();
            var output = net.Call(x);
            var loss = CrossEntropyError(output, Tensor.OneHot(labels, Classes));
            losses.Add(loss.Item());
            if (optimizer is not null)
            {
                loss.Backward();
                optimizer.Step();
            }
            accuracies.Add(output.ArgMax().Zip(labels).Count(pair => pair.First == pair.Second) / (double)labels.Length);
        }
        return ([.. losses], accuracies.Average());
    }

    private static Tensor Sigmoid(Tensor x) => 1 / (1 + Exp(-x));

    private static Tensor CrossEntropyError(Tensor y, Tensor target) => -(target * Log(y)).Sum() / y.Shape[0];

    private static Tensor Softmax(Tensor x, bool corrected)
    {
        var e = Exp(x - x.Max(1, keepAxis: true));
        return corrected ? e / e.Sum(1, keepAxis: true) : e / e.Sum(0);
    }

    internal sealed class FullyConnected(int hidden, bool corrected) : Module
    {
        private readonly Linear _fc1 = new(784, hidden);
        private readonly Linear _fc2 = new(hidden, Classes);

        public override Tensor Forward(Tensor x) => Softmax(_fc2.Call(Sigmoid(_fc1.Call(x.Reshape(x.Shape[0], -1)))), corrected);
    }
}

/// <summary>An epoch of report R3.</summary>
internal sealed record FullyConnectedEpoch(double[] TrainLosses, double TrainAccuracy, double ValidationLoss, double ValidationAccuracy);

/// <summary>A run of report R3; the test belongs to the best network, the weights are those of the last.</summary>
internal sealed record FullyConnectedRun(double TestAccuracy, double TestLoss, IReadOnlyList<FullyConnectedEpoch> Epochs, Module Net)
{
    public double BestValidation => Epochs.Max(epoch => epoch.ValidationAccuracy);
}
