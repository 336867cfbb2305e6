using CourseKit.Autograd;

namespace CourseKit.Keras;

/// <summary>A layer's weight as Keras shows it.</summary>
/// <param name="Name">Without the layer's: <c>kernel</c>.</param>
/// <param name="Value">The tensor of the module, which training changes.</param>
/// <param name="IsTrainable">Whether an optimizer changes it; running means are no such weights.</param>
/// <param name="Axes">Keras's first axis is this one of the module's, and so on; null where both have the same order.</param>
internal sealed record LayerWeight(string Name, Tensor Value, bool IsTrainable, int[]? Axes = null)
{
    /// <summary>The shape that Keras gives it.</summary>
    public Shape Shape => Axes is null ? Value.Shape : [.. Axes.Select(axis => Value.Shape[axis])];

    /// <summary>A copy as Keras has it.</summary>
    public Tensor Shown() => Axes is null ? Value.Clone() : Value.Detach().Permute(Axes).Clone();

    /// <summary>Takes over values of <see cref="Shape"/>, in any precision.</summary>
    public void Overwrite(Tensor shown)
    {
        var own = Axes is null ? shown : shown.Detach().Permute([.. Enumerable.Range(0, Axes.Length).Select(axis => Array.IndexOf(Axes, axis))]);
        Value.CopyFrom(own.To(Value.DType));
    }
}
