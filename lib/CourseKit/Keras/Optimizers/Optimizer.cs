using System.Text.Json.Serialization;
using CourseKit.Autograd;
using static System.FormattableString;

namespace CourseKit.Keras.Optimizers;

/// <summary>How the weights are changed, by name or as an object: <c>"adam"</c>, <c>new SGD(0.01, momentum: 0.9)</c>.</summary>
/// <remarks>A description: what it remembers while training belongs to the model. The rate can be changed there: <see cref="Sequential.LearningRate"/>.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "class_name")]
[JsonDerivedType(typeof(SGD), nameof(SGD))]
[JsonDerivedType(typeof(RMSprop), nameof(RMSprop))]
[JsonDerivedType(typeof(Adagrad), nameof(Adagrad))]
[JsonDerivedType(typeof(AdamW), nameof(AdamW))]
[JsonDerivedType(typeof(Adam), nameof(Adam))]
public abstract record Optimizer
{
    private static readonly NameTable<Optimizer> Names = new("optimizer",
        ("sgd", [], () => new SGD()),
        ("rmsprop", [], () => new RMSprop()),
        ("adagrad", [], () => new Adagrad()),
        ("adam", [], () => new Adam()),
        ("adamw", [], () => new AdamW()));

    private protected Optimizer(double learningRate) => LearningRate = learningRate is > 0 and < double.PositiveInfinity
        ? learningRate
        : throw new ArgumentException(Invariant($"{GetType().Name}: a learning rate above 0 is required; received {learningRate}."));

    /// <summary>The size of a step at the start.</summary>
    public double LearningRate { get; }

    /// <summary>The optimizer of this name with Keras's defaults.</summary>
    /// <exception cref="ArgumentException">There is none; the nearest one is suggested.</exception>
    public static implicit operator Optimizer(string name) => Names[name];

    /// <summary>Lets the engine's optimizer check the numbers now, where they are typed, and not when the training begins.</summary>
    private protected void Check() => Start([Tensor.Zeros([1]).RequireGrad()]);

    /// <summary>The engine's, which has remembered nothing yet.</summary>
    internal abstract Nn.Optimizers.Optimizer Start(IEnumerable<Tensor> weights);
}
