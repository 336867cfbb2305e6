using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Nn.Layers;

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
                "first.weight", "first.bias", "blocks.0.weight", "blocks.0.bias", "blocks.1.0.weight", "blocks.1.0.bias",
                "scale",
            ],
            found.Select(entry => entry.Name));
        Assert.Equal(found.Select(entry => entry.Parameter), module.Parameters());
    }

    [Fact]
    public void Modules_are_found_once_with_the_way_to_them()
    {
        var names = new Everything(Layer(2, 3)).NamedModules().Select(entry => (entry.Name, entry.Module.GetType().Name));

        Assert.Equal(
            [("", "Everything"), ("first", "Linear"), ("blocks.0", "Linear"), ("blocks.1", "Sequential"), ("blocks.1.0", "Linear")],
            names);
    }

    [Fact]
    public void Train_and_eval_reach_every_module_and_keep_the_type()
    {
        Everything module = new Everything(Layer(2, 3)).Eval();

        Assert.All(module.NamedModules(), entry => Assert.False(entry.Module.IsTraining));
        Assert.All(module.Train().NamedModules(), entry => Assert.True(entry.Module.IsTraining));
    }

    [Fact]
    public void A_clone_has_weights_of_its_own_and_shares_what_was_shared()
    {
        var module = new Everything(Layer(2, 3));
        var before = module.StateDict();

        var clone = module.Clone();
        foreach (var weight in module.Parameters())
            weight.CopyFrom(Tensor.Full(weight.Shape, 7));

        Assert.Equal(before.Tensors.Values.Select(tensor => tensor.ToString()), clone.StateDict().Tensors.Values.Select(tensor => tensor.ToString()));
        Assert.Equal(module.NamedParameters().Select(entry => entry.Name), clone.NamedParameters().Select(entry => entry.Name));
        Assert.All(clone.Parameters(), weight => Assert.True(weight.RequiresGrad));
        Assert.Same(clone.Again, clone.NamedModules()[1].Module);
        Assert.NotSame(module.Again, clone.Again);
    }

    [Fact]
    public void A_clone_copies_lists_of_modules()
    {
        var list = new ModuleList(Layer(1, 2));
        list.Add(new Sequential(Layer(2, 2), Layer(2, 1)));

        var clone = list.Clone();
        list.Parameters()[0].CopyFrom(Tensor.Ones([1, 2]));

        Assert.Equal(["0.weight", "0.bias", "1.0.weight", "1.0.bias", "1.1.weight", "1.1.bias"], clone.NamedParameters().Select(entry => entry.Name));
        Assert.Equal([0.0, 0], clone.Parameters()[0].ToDoubles());
    }

    [Fact]
    public void Modules_are_printed_as_PyTorch_prints_them()
    {
        var module = new Everything(Layer(2, 3));

        Assert.Equal(
            """
            Everything(
              (first): Linear(in_features=2, out_features=3, bias=True)
              (blocks.0): Linear(in_features=3, out_features=1, bias=True)
              (blocks.1): Sequential(
                (0): Linear(in_features=1, out_features=1, bias=True)
              )
            )
            """,
            module.ToString());
        Assert.Equal("ModuleList()", new ModuleList().ToString());
        Assert.Equal("<pre>ModuleList()</pre>", new ModuleList().ToHtml());
        Assert.Equal(module.ToString(), module.ToText());
    }

    [Fact]
    public void Zeroing_forgets_the_gradients_of_all_weights()
    {
        var module = new Everything(Layer(2, 3));
        module.Call(Tensor.Ones([1, 2])).Sum().Backward();

        module.ZeroGrad();

        Assert.All(module.Parameters(), weight => Assert.Null(weight.Grad));
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
