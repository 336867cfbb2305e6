using System.Text.Json.Serialization;

namespace CourseKit.Keras.Losses;

/// <summary>What training makes small, by name or as an object: <c>"categorical_crossentropy"</c>, <c>new CategoricalCrossentropy(…)</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "class_name")]
[JsonDerivedType(typeof(CategoricalCrossentropy), nameof(CategoricalCrossentropy))]
[JsonDerivedType(typeof(SparseCategoricalCrossentropy), nameof(SparseCategoricalCrossentropy))]
[JsonDerivedType(typeof(BinaryCrossentropy), nameof(BinaryCrossentropy))]
[JsonDerivedType(typeof(MeanSquaredError), nameof(MeanSquaredError))]
public abstract record Loss
{
    private static readonly NameTable<Loss> Names = new("loss",
        ("categorical_crossentropy", [], () => new CategoricalCrossentropy()),
        ("sparse_categorical_crossentropy", [], () => new SparseCategoricalCrossentropy()),
        ("binary_crossentropy", ["bce"], () => new BinaryCrossentropy()),
        ("mean_squared_error", ["mse"], () => new MeanSquaredError()));

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

    /// <summary>How it is computed by the engine.</summary>
    /// <param name="final">The function that the network ends with; null for none.</param>
    internal abstract LossPlan Plan(ActivationFunction? final);
}

/// <summary>A loss of the engine, and whether it is given what the network had before its last function.</summary>
internal sealed record LossPlan(Nn.Losses.Loss Loss, bool LeavesOutFinal = false);

/// <summary>What the targets of a loss must be.</summary>
internal enum TargetForm
{
    /// <summary>A class for each row, numbered from 0.</summary>
    Labels,

    /// <summary>A row of probabilities for each row, usually one-hot.</summary>
    Probabilities,

    /// <summary>Values of 0 to 1 of the output's shape.</summary>
    Shares,

    /// <summary>Values of the output's shape.</summary>
    Values,
}
