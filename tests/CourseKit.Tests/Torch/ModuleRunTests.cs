using System.Text.Json;
using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Tests.Metrics;
using CourseKit.Torch;
using static CourseKit.Torch.Torch;

namespace CourseKit.Tests.Torch;

/// <summary>A network of every kind of layer, trained a few steps, beside torch's own run (Golden/README.md).</summary>
[Collection("Torch")]
public sealed class ModuleRunTests
{
    private static readonly JsonElement Run = GoldenFile.Read("Torch", "Golden", "runs.json").Named("cnn");

    [Fact]
    public void Every_kind_of_layer_learns_as_torchs_does()
    {
        ManualSeed(0);
        var net = Network();
        var first = net.Parameters()[0].ToDoubles();
        var x = Rand([8, 1, 6, 6]);
        int[] y = [0, 1, 2, 0, 1, 2, 0, 1];
        var (optimizer, criterion, losses) = (new SGD(net.Parameters(), lr: 0.2, momentum: 0.9), new CrossEntropyLoss(), new List<double>());

        for (var step = 0; step < 6; step++)
        {
            optimizer.ZeroGrad();
            var loss = criterion.Call(net.Call(x), y);
            loss.Backward();
            optimizer.Step();
            losses.Add(loss.Item());
        }

        Assert.Equal(Run.GetProperty("first_weights").Doubles(), first);
        AssertClose(Run.GetProperty("losses").Doubles(), losses, 1e-6);
        AssertClose(Run.GetProperty("outputs").Doubles(), net.Eval().Call(x).ToDoubles(), 2e-5);
        var state = net.StateDict();
        Assert.Equal(Run.GetProperty("keys").Texts(), state.Tensors.Keys);
        AssertClose(Run.GetProperty("running_mean").Doubles(), state["1.running_mean"].ToDoubles(), 1e-5);
        AssertClose(Run.GetProperty("running_var").Doubles(), state["10.running_var"].ToDoubles(), 1e-5);
        Assert.Equal(Run.Int("num_batches_tracked"), state["1.num_batches_tracked"].Item());
    }

    [Fact]
    public void Every_kind_of_layer_is_printed_as_torchs_is() => Assert.Equal(Run.Text("repr"), Network().ToString());

    [Fact]
    public void Functions_with_numbers_are_printed_with_them() => Assert.Equal(
        "LeakyReLU(negative_slope=0.01) ELU(alpha=1.0) Softmax(dim=1) LogSoftmax(dim=-1) Identity() GELU() SiLU()",
        string.Join(' ', new Module[] { new LeakyReLU(), new ELU(), new Softmax(1), new LogSoftmax(-1), new Identity(), new GELU(), new SiLU() }.AsEnumerable()));

    [Fact]
    public void A_clone_of_a_batch_norm_remembers_by_itself()
    {
        ManualSeed(0);
        var norm = new BatchNorm1d(2);
        var clone = norm.Clone();

        clone.Call(Rand([4, 2]));

        Assert.Equal([0.0, 0], norm.RunningMean.ToDoubles());
        Assert.NotEqual(0, clone.RunningMean[0]);
        Assert.Equal((0, 1), (norm.NumBatchesTracked.Item(), clone.NumBatchesTracked.Item()));
    }

    [Fact]
    public void Dropout_drops_torchs_values_in_training_only()
    {
        ManualSeed(0);
        var dropout = new Dropout();

        // torch.manual_seed(0); nn.Dropout(.5)(torch.ones(20))
        Assert.Equal([0f, 0, 2, 0, 0, 0, 2, 2, 0, 2, 2, 2, 2, 0, 2, 2, 2, 2, 0, 0], dropout.Call(Tensor.Ones([20])).ToFloats());
        Assert.Equal([1f, 1], dropout.Eval().Call(Tensor.Ones([2])).ToFloats());
    }

    private static Sequential Network() => new(
        new Conv2d(1, 3, 3, padding: 1), new BatchNorm2d(3), new ReLU(), new MaxPool2d(2), new Dropout(0.25),
        new Conv2d(3, 4, 2, new Conv2dOptions { Bias = false }), new Tanh(), new AvgPool2d(2), new Flatten(),
        new Linear(4, 6), new BatchNorm1d(6), new Sigmoid(), new Linear(6, 3));

    internal static void AssertClose(IEnumerable<double> expected, IEnumerable<double> actual, double relative) =>
        Assert.All(expected.Zip(actual, (a, b) => (a, b)), pair => Assert.Equal(pair.a, pair.b, relative * Math.Max(1e-3, Math.Abs(pair.a))));
}
