using System.Text.Json.Serialization;
using CourseKit.Autograd;
using CourseKit.Nn;

namespace CourseKit.Keras.Losses;

/// <summary>What training makes small, by name or as an object: <c>"categorical_crossentropy"</c>, <c>new CategoricalCrossentropy(…)</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "class_name")]
[JsonDerivedType(typeof(CategoricalCrossentropy), nameof(CategoricalCrossentropy))]
[JsonDerivedType(typeof(SparseCategoricalCrossentropy), nameof(SparseCategoricalCrossentropy))]
[JsonDerivedType(typeof(BinaryCrossentropy), nameof(BinaryCrossentropy))]
[JsonDerivedType(typeof(MeanSquaredError), nameof(MeanSquaredError))]
[JsonDerivedType(typeof(MeanAbsoluteError), nameof(MeanAbsoluteError))]
[JsonDerivedType(typeof(Huber), nameof(Huber))]
[JsonDerivedType(typeof(Hinge), nameof(Hinge))]
public abstract record Loss
{
    private static readonly NameTable<Loss> Names = new("loss",
        ("categorical_crossentropy", [], () => new CategoricalCrossentropy()),
        ("sparse_categorical_crossentropy", [], () => new SparseCategoricalCrossentropy()),
        ("binary_crossentropy", ["bce"], () => new BinaryCrossentropy()),
        ("mean_squared_error", ["mse"], () => new MeanSquaredError()),
        ("mean_absolute_error", ["mae"], () => new MeanAbsoluteError()),
        ("huber", ["huber_loss"], () => new Huber()),
        ("hinge", [], () => new Hinge()));

    private protected Loss()
    {
    }

    /// <summary>Keras's name: <c>categorical_crossentropy</c>.</summary>
    [JsonIgnore]
    public abstract string Name { get; }

    /// <summary>The loss of this name.</summary>
    /// <exception cref="ArgumentException">There is none; the nearest one is suggested.</exception>
    public static implicit operator Loss(string name) => Names[name];

    /// <summary>What the targets must be.</summary>
    internal abstract TargetForm Form { get; }

    /// <summary>Whether the output is to be probabilities, so that a network that ends with mere scores must be a mistake.</summary>
    [JsonIgnore]
    internal virtual bool TakesProbabilities => false;

    /// <summary>How near to 0 and 1 probabilities count, in every precision.</summary>
    private protected static double Clip => Dialect.Keras.ProbabilityClip(DType.Float32);

    /// <summary>A share by which targets are drawn to the middle, if it is one.</summary>
    private protected static double Smoothing(string where, double labelSmoothing) => labelSmoothing is >= 0 and <= 1
        ? labelSmoothing
        : throw new ArgumentException(FormattableString.Invariant($"{where}: a labelSmoothing of 0 to 1 is required; received {labelSmoothing}."));

    /// <summary>The engine's.</summary>
    internal abstract Nn.Losses.Loss Start();
}

/// <summary>What the targets of a loss must be.</summary>
internal enum TargetForm
{
    /// <summary>A class for each row, numbered from 0.</summary>
    Labels,

    /// <summary>A row of probabilities for each row, usually one-hot.</summary>
    Probabilities,

    /// <summary>Values of 0 to 1 of the output's shape.</summary>
    Shares,

    /// <summary>Values of −1 and 1, or of 0 and 1, of the output's shape.</summary>
    Signs,

    /// <summary>Values of the output's shape.</summary>
    Values,
}
