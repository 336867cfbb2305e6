using CourseKit.Autograd;

namespace CourseKit.Keras;

/// <summary>What a model should answer: labels (n), or values, usually (n, k). Every array or tensor is taken as one.</summary>
public sealed class Targets
{
    private Targets(int[] labels) => Labels = labels;

    private Targets(Tensor values) => Values = values;

    internal int[]? Labels { get; }

    internal Tensor? Values { get; }

    /// <summary>Such as <c>(1000, 10)</c>.</summary>
    internal Shape Shape => Labels is null ? Values!.Shape : [Labels.Length];

    /// <summary>Labels (n), numbered from 0.</summary>
    public static implicit operator Targets(int[] labels) => new(Required(labels));

    /// <summary>Values, usually (n, k).</summary>
    public static implicit operator Targets(Tensor values) => new(Required(values));

    /// <summary>Values (n, k).</summary>
    public static implicit operator Targets(float[,] values) => new(Tensor.From(Required(values)));

    /// <summary>Values (n, k).</summary>
    public static implicit operator Targets(double[,] values) => new(Tensor.From(Required(values)));

    /// <summary>Values (n).</summary>
    public static implicit operator Targets(float[] values) => new(Tensor.From(Required(values)));

    /// <summary>Values (n).</summary>
    public static implicit operator Targets(double[] values) => new(Tensor.From(Required(values)));

    private static T Required<T>(T values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values;
    }
}
