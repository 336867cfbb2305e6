using CourseKit.Autograd;

namespace CourseKit.Keras.Layers;

/// <summary>Applies a function to what the layer before it returned.</summary>
public sealed class Activation : Layer
{
    /// <param name="function"><c>"relu"</c>, <c>"softmax"</c>, ….</param>
    /// <exception cref="ArgumentException">There is no such function.</exception>
    public Activation(string function) => Function = ActivationFunction.Named(function).Name;

    /// <summary>Keras's name of the function.</summary>
    public string Function { get; }

    internal override bool EndsWithoutFunction => Function == "linear";

    internal override Shape Build(LayerBuild build)
    {
        if (Function == "softmax" && build.Input.Rank != 1)
            throw Error($"softmax takes rows of values; received examples of {build.Input}. Put a Flatten before it.");
        build.Add(ActivationFunction.Named(Function).Apply);
        return build.Input;
    }
}
