using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Torch;
using static CourseKit.Autograd.Functions;

// As in a cell: no namespace of ours around it, so that names are found the way a student's are.
namespace StudentsNotebook;

[Collection("Torch")]
public sealed class StudentTests
{
    private static Tensor Sigmoid(Tensor x) => 1 / (1 + Exp(-x));

    private sealed class FullyConnected(int hidden) : Module
    {
        private readonly Linear _fc1 = new(4, hidden);
        private readonly Linear _fc2 = new(hidden, 3);

        public override Tensor Forward(Tensor x) => _fc2.Call(Sigmoid(_fc1.Call(x)));
    }

    /// <summary>Losses of torch 1.13.1 for the same script.</summary>
    [Fact]
    public void A_loop_by_hand_has_torchs_losses()
    {
        Torch.ManualSeed(0);
        var net = new FullyConnected(5);
        var x = Torch.Rand([10, 4]);
        int[] y = [0, 1, 2, 0, 1, 2, 0, 1, 2, 0];
        var loader = new DataLoader(x, y, batchSize: 4, shuffle: true);
        var optimizer = new SGD(net.Parameters(), lr: 0.5, momentum: 0.9);
        var criterion = new CrossEntropyLoss();

        var losses = new List<double>();
        for (var epoch = 0; epoch < 2; epoch++)
        {
            net.Train();
            foreach (var (input, target) in loader)
            {
                optimizer.ZeroGrad();
                var loss = criterion.Call(net.Call(input), target);
                loss.Backward();
                optimizer.Step();
                losses.Add(loss.Item());
            }
        }

        double[] expected = [1.18952382, 1.10520339, 1.13991702, 1.13370419, 1.23207617, 1.25431323];
        Assert.All(expected.Zip(losses), pair => Assert.Equal(pair.First, pair.Second, 1e-6 * pair.First));
        Assert.Equal(expected.Length, losses.Count);
    }

    [Fact]
    public void Modules_are_written_one_after_another_or_as_a_class()
    {
        Torch.ManualSeed(0);
        var net = new Sequential(new Flatten(), new Linear(4, 5), new ReLU(), new Linear(5, 2));

        using (NoGrad.Open())
            Assert.Equal("(3, 2)", net.Eval().Call(Torch.Rand([3, 2, 2])).Shape.ToString());
        Assert.Equal(ReLU(Tensor.From([-1f, 2])).ToFloats(), new ReLU().Call(Tensor.From([-1f, 2])).ToFloats());
        Assert.Equal(
            """
            Sequential(
              (0): Flatten(start_dim=1, end_dim=-1)
              (1): Linear(in_features=4, out_features=5, bias=True)
              (2): ReLU()
              (3): Linear(in_features=5, out_features=2, bias=True)
            )
            """,
            net.ToString());
    }
}
