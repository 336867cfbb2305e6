using System.Text.Json.Serialization;
using CourseKit.Autograd;

namespace CourseKit.Keras.Layers;

/// <summary>Says what shape one example has. It stands first, computes nothing and is not shown in the summary.</summary>
public sealed class InputLayer : Layer
{
    /// <param name="shape">Of one example: <c>new InputLayer(25)</c>, <c>new InputLayer(28, 28, 1)</c>.</param>
    /// <exception cref="ArgumentException">There is no length, or one below 1.</exception>
    public InputLayer(params ReadOnlySpan<int> shape)
        : this(Shape.Create(shape))
    {
    }

    [JsonConstructor]
    internal InputLayer(Shape? inputShape)
    {
        if (inputShape is not { Rank: > 0, Size: > 0 } shape)
            throw Error($"the shape of one example is required, without the number of examples; received {inputShape}.");
        InputShape = shape;
    }

    internal override Shape Build(LayerBuild build) => build.Input;
}
