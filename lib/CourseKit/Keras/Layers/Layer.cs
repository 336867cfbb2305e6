using System.Text.Json.Serialization;
using CourseKit.Autograd;

namespace CourseKit.Keras.Layers;

/// <summary>A layer as it is written down: what it is to be, without weights. A <see cref="Sequential"/> builds it when it knows its input.</summary>
/// <remarks>Differs from Keras, where a layer holds its weights: here the same description may stand in several models.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "class_name")]
[JsonDerivedType(typeof(InputLayer), nameof(InputLayer))]
[JsonDerivedType(typeof(Dense), nameof(Dense))]
[JsonDerivedType(typeof(Flatten), nameof(Flatten))]
[JsonDerivedType(typeof(Conv2D), nameof(Conv2D))]
[JsonDerivedType(typeof(MaxPooling2D), nameof(MaxPooling2D))]
[JsonDerivedType(typeof(AveragePooling2D), nameof(AveragePooling2D))]
[JsonDerivedType(typeof(Dropout), nameof(Dropout))]
[JsonDerivedType(typeof(BatchNormalization), nameof(BatchNormalization))]
[JsonDerivedType(typeof(Activation), nameof(Activation))]
[JsonDerivedType(typeof(Rescaling), nameof(Rescaling))]
public abstract class Layer
{
    private protected Layer()
    {
    }

    /// <summary>What the layer is called in summaries and files. Default: its type with a number, <c>dense_1</c>.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// The shape of one example, for the first layer of a model; null elsewhere, or where the data say it. Images are (height, width,
    /// channels).
    /// </summary>
    public Shape? InputShape { get; init; }

    /// <summary>Adds the layer's modules, weights and penalties to a network, and says what shape one example has after it.</summary>
    internal abstract Shape Build(LayerBuild build);

    /// <summary><c>Conv2D</c> → <c>conv2d</c>, <c>MaxPooling2D</c> → <c>max_pooling2d</c>.</summary>
    internal string DefaultName
    {
        get
        {
            var name = GetType().Name;
            return string.Concat(name.Select((c, i) =>
                (i > 0 && char.IsUpper(c) && char.IsLower(name[i - 1]) ? "_" : "") + char.ToLowerInvariant(c)));
        }
    }

    /// <summary>Whether the layer ends with scores as they are, without a function that would make probabilities of them.</summary>
    internal virtual bool EndsWithoutFunction => false;

    /// <summary>The layer as an error calls it.</summary>
    private protected string Where => $"{Name ?? DefaultName} ({GetType().Name})";

    /// <summary>An error of this layer.</summary>
    private protected ArgumentException Error(string message) => new($"{Where}: {message}");

    private protected Size2D Positive(Size2D size, string what) => size is { Rows: > 0, Columns: > 0 }
        ? size
        : throw Error($"1 or more rows and columns are required as {what}; received {size}.");

    /// <summary>Rows and columns of an image, and its channels.</summary>
    private protected ((int Rows, int Columns) Size, int Channels) Image(Shape input)
    {
        if (input.Rank == 3)
            return ((input[0], input[1]), input[2]);
        var advice = input.Rank == 2 ? FormattableString.Invariant($" Give grey images a channel: ({input[0]}, {input[1]}, 1).") : "";
        throw Error($"images (height, width, channels) are required; received examples of {input}.{advice}");
    }
}
