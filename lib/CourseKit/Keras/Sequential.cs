using System.Runtime.CompilerServices;
using CourseKit.Autograd;
using CourseKit.Display;
using CourseKit.Keras.Layers;
using CourseKit.Nn.Training;
using CourseKit.Numerics;
using static System.FormattableString;

namespace CourseKit.Keras;

/// <summary>Layers one after another: Keras's model. Write down the layers, compile, fit.</summary>
/// <remarks>
/// It translates what is written down into the engine's modules, losses, optimizers and training loop, and computes nothing itself. The
/// model is built as soon as the shape of one example is known: from <c>inputShape</c>, an <see cref="InputLayer"/>, the first layer's
/// <see cref="Layer.InputShape"/>, or the data of the first <see cref="Fit"/>. Images are (height, width, channels), as in Keras.
/// Differs from Keras: without a seed everything random is that of seed 0, not another one each time. Keras's own random numbers are not
/// reproduced, so that two runs agree with each other but with Keras on the average only.
/// </remarks>
/// <example><code>
/// var model = new Sequential([new Dense(15, "relu"), new Dense(10, "softmax")], inputShape: [25]);
/// model.Summary();
/// model.Compile(optimizer: "adam", loss: "categorical_crossentropy", metrics: ["accuracy"]);
/// var history = model.Fit(xTrain, yTrain, epochs: 100, validationData: (xTest, yTest));
/// </code></example>
public sealed partial class Sequential : RichView
{
    private readonly List<Layer> _layers = [];
    private readonly Shape? _inputShape;
    private Network? _network;
    private TextWriter? _log;

    /// <param name="layers">First one first; more can be added by <see cref="Add"/>. Default none.</param>
    /// <param name="inputShape">Of one example: <c>[25]</c>, <c>[28, 28, 1]</c>. Default null: what the layers or the data say.</param>
    /// <param name="seed">From which weights, orders and what is dropped are drawn, 0 or more. Default 0.</param>
    /// <param name="dtype">The precision of weights and results. Default float32.</param>
    /// <param name="name">What the summary calls the model. Default <c>sequential</c>.</param>
    /// <exception cref="ArgumentException">The layers do not fit each other, or the seed is negative.</exception>
    public Sequential(
        IReadOnlyList<Layer>? layers = null, Shape? inputShape = null, int seed = 0, DType dtype = DType.Float32, string name = "sequential")
    {
        if (seed < 0)
            throw new ArgumentException(Invariant($"Sequential: a seed of 0 or more is required; received {seed}."));
        (_inputShape, Seed, DType, Name) = (inputShape, seed, dtype, name);
        _layers.AddRange(layers ?? []);
        BuildIfKnown();
    }

    /// <summary>What the summary calls the model.</summary>
    public string Name { get; }

    /// <summary>From which weights, orders and what is dropped are drawn.</summary>
    public int Seed { get; }

    /// <summary>The precision of weights and results.</summary>
    public DType DType { get; }

    /// <summary>The layers as they are written down.</summary>
    public IReadOnlyList<Layer> Layers => _layers;

    /// <summary>The clock behind the times in the progress line.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// Where the progress goes as lines of text. Default: below the running cell or in the terminal, in one place that changes.
    /// </summary>
    public TextWriter? Log
    {
        get => _log;
        set => _log = value;
    }

    /// <summary>Adds a layer at the end.</summary>
    /// <exception cref="InvalidOperationException">The model has been trained already.</exception>
    public void Add(Layer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        if (_optimizer is not null)
            throw new InvalidOperationException("Sequential.Add: layers can be added until the model is trained. Make a new model.");
        _layers.Add(layer);
        BuildIfKnown();
    }

    /// <summary>What the network answers to each example.</summary>
    /// <param name="x">Inputs (n, …).</param>
    /// <returns>(n, k): after softmax, probabilities.</returns>
    /// <exception cref="InvalidOperationException">The model is not built.</exception>
    /// <exception cref="ArgumentException">The shape of the inputs is not the model's.</exception>
    public Tensor Predict(Tensor x)
    {
        var network = Built();
        var inputs = Input(x);
        return network.Evaluating(() => Prediction.Of(network.Whole, inputs));
    }

    /// <summary>The class of each example: the largest of several outputs, or whether a single one is above ½.</summary>
    /// <param name="x">Inputs (n, …).</param>
    /// <returns>(n), each 0..k−1.</returns>
    /// <inheritdoc cref="Predict" path="/exception"/>
    public int[] PredictClasses(Tensor x)
    {
        if (Built().Output.Rank != 1)
            throw new InvalidOperationException($"Sequential.PredictClasses: rows of outputs are required; the model makes {Network!.Output} of one example.");
        var outputs = Predict(x);
        return outputs.Shape[1] > 1 ? outputs.ArgMax() : Array.ConvertAll(outputs.ToDoubles(), p => p > 0.5 ? 1 : 0);
    }

    /// <summary>Shows the table of layers, shapes and numbers of weights below the running cell or in the terminal.</summary>
    /// <param name="format">The form of which release. Default: the newest one of Keras 2, with sizes.</param>
    /// <exception cref="InvalidOperationException">The model is not built.</exception>
    public void Summary(SummaryFormat format = SummaryFormat.WithSizes)
    {
        var summary = new ModelSummary(Name, Built(), format);
        if (Log is null)
            Notebook.Show(summary);
        else
            Log.WriteLine(summary.ToText());
    }

    /// <inheritdoc/>
    public override string ToHtml() => View()?.ToHtml() ?? System.Net.WebUtility.HtmlEncode(ToString());

    /// <inheritdoc/>
    public override string ToText() => View()?.ToText() ?? ToString();

    /// <inheritdoc/>
    public override string ToString() => View()?.ToString()
        ?? Invariant($"Sequential \"{Name}\": {_layers.Count} layers, not built yet");

    internal Network? Network => _network;

    private ModelSummary? View() => _network is null ? null : new ModelSummary(Name, _network, SummaryFormat.WithSizes);

    /// <summary>A stream of random numbers for one purpose, so that one does not change another.</summary>
    private MersenneTwister RandomFor(uint purpose) => new([(uint)Seed, purpose]);

    private Network Built([CallerMemberName] string where = "") => _network ?? throw new InvalidOperationException(
        $"Sequential.{where}: the shape of one example is required; this model is not built yet. "
        + "Pass inputShape, put an InputLayer first, or call Fit.");

    private void BuildIfKnown()
    {
        if (_layers.Count > 0 && (_inputShape ?? _layers[0].InputShape) is { } shape && _layers[^1] is not InputLayer)
            Build(shape);
    }

    private void Build(Shape input) => _network = Network.Build(_layers, input, new NetworkBuild(DType, RandomFor(0), RandomFor(2)));

    /// <summary>Examples of the right shape, in the model's precision.</summary>
    private Tensor Input(Tensor x, [CallerMemberName] string where = "")
    {
        ArgumentNullException.ThrowIfNull(x);
        var expected = _network!.Input;
        Shape one = x.Rank == 0 ? [] : [.. x.Shape.Skip(1)];
        if (x.Rank > 0 && one == expected && x.Count > 0)
            return x.To(DType);
        var first = _network.Layers[0];
        var hint = x.Rank > 0 && one.Size == expected.Size ? $" Reshape: x.Reshape(n, {string.Join(", ", expected)})." : "";
        throw new ArgumentException(
            $"Sequential.{where}: layer \"{first.Name}\" ({first.Layer.GetType().Name}) takes examples of {expected}, "
            + $"x of (n, {string.Join(", ", expected)}); received {x.Shape}.{hint}");
    }
}
