using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Nn.Layers;
using CourseKit.Nn.Losses;
using CourseKit.Nn.Optimizers;
using CourseKit.Nn.Training;
using static CourseKit.Autograd.Functions;

namespace CourseKit.Tests.Nn.Training;

public sealed class FiniteCheckTests
{
    private static readonly Tensor X = Tensor.From([1.0, 2], [2, 1]);

    [Fact]
    public void Finite_network_has_nothing_to_explain() => Assert.Null(FiniteCheck.Explain(Net(1, 1), X));

    [Fact]
    public void The_first_layer_that_overflows_is_named()
    {
        var message = FiniteCheck.Explain(Net(1e200, 1e200), X);

        Assert.StartsWith(
            "The first layer whose output is not finite is \"1\" (Linear): its input and its weights are.",
            message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_are_not_finite_any_more_are_told_apart()
    {
        var message = FiniteCheck.Explain(Net(double.NaN, 1), X);

        Assert.StartsWith(
            "The first layer whose output is not finite is \"0\" (Linear): its input is, its weights are not any more.",
            message, StringComparison.Ordinal);
    }

    [Fact]
    public void Function_between_layers_is_blamed_by_the_layer_behind_it()
    {
        var net = new LogarithmOfNothing();

        var message = FiniteCheck.Explain(net, X);

        Assert.Contains(
            "\"last\" (Linear): what reaches it from the function before it is not.", message, StringComparison.Ordinal);
        Assert.True(net.IsTraining);
    }

    [Fact]
    public void Input_that_is_not_finite_is_said_first() =>
        Assert.StartsWith("The input is not finite.", FiniteCheck.Explain(Net(1, 1), X / 0), StringComparison.Ordinal);

    [Fact]
    public void Training_that_diverges_says_so_once_and_goes_on()
    {
        var net = Net(1, 1);
        var messages = new List<string>();
        var trainer = new Trainer
        {
            Model = net,
            Loss = new SquaredErrorLoss(),
            Optimizer = new SGD(net.Parameters(), 1e3),
            BatchSize = 2,
            NotFinite = messages.Add,
        };

        trainer.Fit(new Samples(X, 3 * X), 40);

        var message = Assert.Single(messages);
        Assert.Matches(
            "^Trainer: a finite loss is required; it is (NaN|Infinity) in epoch \\d+, batch 0\\. (The first layer|The network's output)",
            message);
    }

    private static Sequential Net(double first, double second) => new(Layer(first), Layer(second));

    private static Linear Layer(double weight) => new(Tensor.Full([1, 1], weight, DType.Float64), Tensor.Zeros([1], DType.Float64));

    private sealed class LogarithmOfNothing : Module
    {
        private readonly Linear _first = Layer(1), _last = Layer(1);

        public override Tensor Forward(Tensor x) => _last.Call(Log(_first.Call(x) * 0));
    }
}
