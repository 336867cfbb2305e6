using CourseKit.Autograd;

namespace CourseKit.Keras.Layers;

/// <summary>Makes one row of values of each example, whatever its shape, in the order (height, width, channels).</summary>
public sealed class Flatten : Layer
{
    internal override Shape Build(LayerBuild build)
    {
        var width = build.Input.Size;
        build.PutChannelsLast();
        if (build.Input.Rank != 1)
            build.Add(x => x.Reshape(x.Shape[0], width));
        return [width];
    }
}
