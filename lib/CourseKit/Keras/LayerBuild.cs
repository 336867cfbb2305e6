using CourseKit.Autograd;
using CourseKit.Keras.Regularizers;
using CourseKit.Nn;
using CourseKit.Nn.Losses;
using CourseKit.Numerics;

namespace CourseKit.Keras;

/// <summary>Where a layer builds itself: what it is given, and what it adds to the network.</summary>
/// <param name="network">What all layers of the network share.</param>
internal sealed class LayerBuild(NetworkBuild network)
{
    private readonly List<LayerWeight> _weights = [];

    /// <summary>The precision of weights and results.</summary>
    public DType DType => network.DType;

    /// <summary>The stream that all weights are drawn from, in order.</summary>
    public MersenneTwister Random => network.Random;

    /// <summary>Gives a number in [0, 1) for each value that may be dropped in training.</summary>
    public Func<double> Noise => network.Noise.NextDouble;

    /// <summary>The shape of one example before the layer, as Keras has it: (values), (height, width, channels).</summary>
    public required Shape Input { get; init; }

    /// <summary>Whether no layer follows.</summary>
    public required bool IsLast { get; init; }

    /// <summary>In Keras's order.</summary>
    public IReadOnlyList<LayerWeight> Weights => _weights;

    public void Add(Module module) => network.Modules.Add(module);

    public void Add(Func<Tensor, Tensor> function) => Add(new FunctionModule(function));

    /// <summary>Adds a layer with its activation, in one step where that is possible.</summary>
    /// <param name="activation">Keras's name.</param>
    /// <param name="layer">Makes the layer with a function that it applies to its results.</param>
    public void Add(string activation, Func<Nonlinearity, Module> layer)
    {
        var function = ActivationFunction.Named(activation);

        // A sigmoid at the end stays apart, so that its loss finds the scores before it.
        if (function.Fused is { } fused && !(IsLast && fused == Nonlinearity.Sigmoid))
        {
            Add(layer(fused));
            return;
        }
        Add(layer(Nonlinearity.Identity));
        Add(function.Apply);
    }

    /// <summary>Lets what follows work on (n, channels, …). The shapes of layers stay as Keras has them.</summary>
    public void PutChannelsFirst()
    {
        if (Input.Rank > 1 && !network.ChannelsAreFirst)
            Add(ChannelOrder.First(Input));
        network.ChannelsAreFirst = Input.Rank > 1;
    }

    /// <summary>Lets what follows work on (n, …, channels).</summary>
    public void PutChannelsLast() => network.PutChannelsLast(Input);

    /// <summary>Notes a weight and what holds it small.</summary>
    /// <param name="name">Keras's, without the layer's.</param>
    /// <param name="value">As the module has it.</param>
    /// <param name="regularizer">Null for nothing.</param>
    /// <param name="axes">Those of <see cref="LayerWeight.Axes"/>.</param>
    public Tensor Weight(string name, Tensor value, Regularizer? regularizer = null, int[]? axes = null)
    {
        _weights.Add(new LayerWeight(name, value.RequireGrad(), IsTrainable: true, axes));
        if (regularizer is not null)
            network.Penalties.AddRange(regularizer.Of(value));
        return value;
    }

    /// <summary>Notes what is remembered of the batches, which no optimizer changes.</summary>
    public void Statistic(string name, Tensor value) => _weights.Add(new LayerWeight(name, value, IsTrainable: false));
}

/// <summary>What the layers of a network in the making share.</summary>
/// <param name="dtype">The precision of weights and results.</param>
/// <param name="random">The stream that all weights are drawn from, in order.</param>
/// <param name="noise">The stream that decides what is dropped in training.</param>
internal sealed class NetworkBuild(DType dtype, MersenneTwister random, MersenneTwister noise)
{
    public DType DType { get; } = dtype;

    public MersenneTwister Random { get; } = random;

    public MersenneTwister Noise { get; } = noise;

    public List<Module> Modules { get; } = [];

    public List<Penalty> Penalties { get; } = [];

    /// <summary>Whether examples of several axes are (channels, …) at this place, and not as Keras has them.</summary>
    public bool ChannelsAreFirst { get; set; }

    /// <summary>Lets what follows work on (n, …, channels).</summary>
    /// <param name="shape">Of one example at this place, as Keras has it.</param>
    public void PutChannelsLast(Shape shape)
    {
        if (ChannelsAreFirst)
            Modules.Add(new FunctionModule(ChannelOrder.Last(shape)));
        ChannelsAreFirst = false;
    }
}
