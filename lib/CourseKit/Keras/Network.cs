using CourseKit.Autograd;
using CourseKit.Keras.Layers;
using CourseKit.Nn;
using CourseKit.Nn.Losses;
using CourseKit.Numerics;

namespace CourseKit.Keras;

/// <summary>A layer with its weights, as a built model has it.</summary>
/// <param name="Layer">What was written down.</param>
/// <param name="Name">Its own or the default one.</param>
/// <param name="Output">The shape of one example after it.</param>
/// <param name="Weights">In Keras's order.</param>
internal sealed record BuiltLayer(Layer Layer, string Name, Shape Output, IReadOnlyList<LayerWeight> Weights);

/// <summary>A built model: the engine's modules behind the layers.</summary>
internal sealed class Network
{
    private Network(IReadOnlyList<BuiltLayer> layers, IReadOnlyList<Module> modules, Shape input)
    {
        (Layers, Input) = (layers, input);
        Whole = new Nn.Sequential(modules);
        UpToFinal = new Nn.Sequential([.. modules.SkipLast(1)]);
    }

    /// <summary>All layers but the input layer.</summary>
    public IReadOnlyList<BuiltLayer> Layers { get; }

    /// <summary>The shape of one example.</summary>
    public Shape Input { get; }

    /// <summary>The shape of what one example becomes.</summary>
    public Shape Output => Layers[^1].Output;

    public required DType DType { get; init; }

    public required IReadOnlyList<Penalty> Penalties { get; init; }

    /// <summary>The function that the network ends with, if a loss may leave it out.</summary>
    public required ActivationFunction? Final { get; init; }

    public Nn.Sequential Whole { get; }

    /// <summary>All modules but the last one, which is <see cref="Final"/>.</summary>
    public Nn.Sequential UpToFinal { get; }

    public IEnumerable<LayerWeight> Weights => Layers.SelectMany(layer => layer.Weights);

    /// <exception cref="ArgumentException">The layers do not fit each other.</exception>
    public static Network Build(IReadOnlyList<Layer> layers, Shape input, DType dtype, MersenneTwister random)
    {
        var (modules, penalties, built, shape, final) =
            (new List<Module>(), new List<Penalty>(), new List<BuiltLayer>(), input, (ActivationFunction?)null);
        var names = LayerNames.Of(layers);
        for (var i = 0; i < layers.Count; i++)
        {
            var build = new LayerBuild(dtype, random) { Input = shape, IsLast = i == layers.Count - 1 };
            shape = layers[i].Build(build);
            modules.AddRange(build.Modules);
            penalties.AddRange(build.Penalties);
            final = build.Final;
            if (layers[i] is not InputLayer)
                built.Add(new BuiltLayer(layers[i], names[i], shape, build.Weights));
        }
        return new Network(built, modules, input) { DType = dtype, Penalties = penalties, Final = final };
    }
}
