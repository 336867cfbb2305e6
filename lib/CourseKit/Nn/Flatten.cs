using CourseKit.Autograd;

namespace CourseKit.Nn;

/// <summary>Every example as one row: (n, channels, rows, columns) becomes (n, channels · rows · columns).</summary>
public sealed class Flatten : Module
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is no axis of examples.</exception>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Rank >= 1
            ? x.Reshape(x.Shape[0], x.Shape[0] == 0 ? x.Shape.Skip(1).Aggregate(1, (size, length) => size * length) : x.Count / x.Shape[0])
            : throw new ArgumentException("Flatten: values (n, …) are required; received a single value ().");
    }

    /// <inheritdoc/>
    protected override string ExtraRepr() => "start_dim=1, end_dim=-1";
}
