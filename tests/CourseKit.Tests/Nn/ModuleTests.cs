using CourseKit.Autograd;
using CourseKit.Nn;

namespace CourseKit.Tests.Nn;

public sealed class ModuleTests
{
    [Fact]
    public void Weights_are_found_in_fields_properties_parameters_and_lists()
    {
        var module = new Everything(Layer(2, 3));

        var found = module.NamedParameters();

        Assert.Equal(
            [
                "first.weight", "first.bias", "blocks.0.weight", "blocks.0.bias", "blocks.1.layers.0.weight", "blocks.1.layers.0.bias",
                "scale",
            ],
            found.Select(entry => entry.Name));
        Assert.Equal(found.Select(entry => entry.Parameter), module.Parameters());
    }

    [Fact]
    public void Linear_computes_the_weighted_sum_and_the_function()
    {
        var layer = new Linear(new double[,] { { 1, -1 }, { 2, 0 } }, new[] { 0.5, -3 }, Nonlinearity.ReLU);

        var y = layer.Call(new double[,] { { 1, 1 }, { 0, -1 } });

        Assert.Equal([3.5, 0, 0, 0], y.ToDoubles());
        Assert.Equal((2, 2), (layer.Inputs, layer.Units));
    }

    [Fact]
    public void Unknown_names_are_answered_with_the_nearest()
    {
        string[] known = ["identity", "logistic", "tanh", "relu"];

        Assert.Equal(
            "Unknown activation \"rleu\". Did you mean \"relu\"? Known: identity, logistic, tanh, relu.",
            KnownNames.Unknown("activation", "rleu", known));
        Assert.Contains("\"logistic\"?", KnownNames.Unknown("activation", "Logistics", known), StringComparison.Ordinal);
        Assert.DoesNotContain("?", KnownNames.Unknown("activation", "softplus", known), StringComparison.Ordinal);
    }

    private static Linear Layer(int inputs, int units) => new(Tensor.Zeros([inputs, units]), Tensor.Zeros([units]));

    private sealed class Everything(Linear first) : Module
    {
        private readonly Module[] _blocks = [Layer(3, 1), new Sequential(Layer(1, 1))];
        private readonly Tensor _constant = Tensor.Ones([3]);

        public Tensor Scale { get; } = Tensor.Ones([1]).RequireGrad();

        public Module Again => first;

        public override Tensor Forward(Tensor x) => first.Call(x) * Scale + (_constant * _blocks.Length);
    }
}
