using CourseKit.Autograd;
using CourseKit.Keras.Regularizers;
using CourseKit.Nn;
using CourseKit.Nn.Losses;
using CourseKit.Numerics;

namespace CourseKit.Keras;

/// <summary>A layer's weight as Keras shows it.</summary>
/// <param name="Name">Without the layer's: <c>kernel</c>.</param>
/// <param name="Value">The tensor of the module, which training changes.</param>
/// <param name="IsTrainable">Whether an optimizer changes it; running means are no such weights.</param>
internal sealed record LayerWeight(string Name, Tensor Value, bool IsTrainable)
{
    /// <summary>The shape that Keras gives it.</summary>
    public Shape Shape => Value.Shape;

    /// <summary>A copy as Keras has it.</summary>
    public Tensor Shown() => Value.Clone();

    /// <summary>Takes over values of <see cref="Shape"/>, in any precision.</summary>
    public void Overwrite(Tensor shown) => Value.CopyFrom(shown.To(Value.DType));
}

/// <summary>Where a layer builds itself: what it is given, and what it adds to the network.</summary>
/// <param name="dtype">The precision of weights and results.</param>
/// <param name="random">The stream that all weights are drawn from, in order.</param>
internal sealed class LayerBuild(DType dtype, MersenneTwister random)
{
    private readonly List<Module> _modules = [];
    private readonly List<LayerWeight> _weights = [];
    private readonly List<Penalty> _penalties = [];

    /// <summary>The precision of weights and results.</summary>
    public DType DType { get; } = dtype;

    public MersenneTwister Random { get; } = random;

    /// <summary>The shape of one example before the layer, as Keras has it: (values), (height, width, channels).</summary>
    public required Shape Input { get; init; }

    /// <summary>Whether no layer follows.</summary>
    public required bool IsLast { get; init; }

    public IReadOnlyList<Module> Modules => _modules;

    public IReadOnlyList<LayerWeight> Weights => _weights;

    public IReadOnlyList<Penalty> Penalties => _penalties;

    /// <summary>The function that the modules end with, if a loss may leave it out.</summary>
    public ActivationFunction? Final { get; private set; }

    public void Add(Module module) => _modules.Add(module);

    public void Add(Func<Tensor, Tensor> function) => Add(new FunctionModule(function));

    public void Add(ActivationFunction activation)
    {
        Add(activation.Apply);
        Final = activation;
    }

    /// <summary>Notes a weight and what holds it small.</summary>
    public Tensor Weight(string name, Tensor value, Regularizer? regularizer = null)
    {
        _weights.Add(new LayerWeight(name, value.RequireGrad(), IsTrainable: true));
        if (regularizer is not null)
            _penalties.AddRange(regularizer.Of(value));
        return value;
    }
}
