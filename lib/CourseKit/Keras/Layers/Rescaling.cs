using CourseKit.Autograd;

namespace CourseKit.Keras.Layers;

/// <summary>x · scale + offset, so that a model takes raw pixels: <c>new Rescaling(1 / 255.0)</c>.</summary>
/// <param name="scale">What each value is multiplied by.</param>
/// <param name="offset">What is added then. Default 0.</param>
public sealed class Rescaling(double scale, double offset = 0) : Layer
{
    /// <summary>What each value is multiplied by.</summary>
    public double Scale { get; } = scale;

    /// <summary>What is added then.</summary>
    public double Offset { get; } = offset;

    internal override Shape Build(LayerBuild build)
    {
        build.Add(x => Offset == 0 ? x * Scale : x * Scale + Offset);
        return build.Input;
    }
}
