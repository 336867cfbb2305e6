using System.Text.Json.Serialization;
using CourseKit.Autograd;

namespace CourseKit.Keras.Layers;

/// <summary>A layer as it is written down: what it is to be, without weights. A <see cref="Sequential"/> builds it when it knows its input.</summary>
/// <remarks>Differs from Keras, where a layer holds its weights: here the same description may stand in several models.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "class_name")]
[JsonDerivedType(typeof(InputLayer), nameof(InputLayer))]
[JsonDerivedType(typeof(Dense), nameof(Dense))]
[JsonDerivedType(typeof(Flatten), nameof(Flatten))]
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

    /// <summary>An error of this layer.</summary>
    private protected ArgumentException Error(string message) => new($"{Name ?? DefaultName} ({GetType().Name}): {message}");
}
