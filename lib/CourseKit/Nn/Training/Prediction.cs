using CourseKit.Autograd;

namespace CourseKit.Nn.Training;

/// <summary>What a network returns for many rows, computed some rows at a time so that memory stays small.</summary>
internal static class Prediction
{
    internal const int RowsAtATime = 1024;

    /// <param name="model">The network, for inputs (n, …).</param>
    /// <param name="x">At least one row.</param>
    /// <returns>The outputs of all rows, without a history.</returns>
    public static Tensor Of(Module model, Tensor x)
    {
        using var _ = NoGrad.Open();
        var memory = new MemoryScope();
        Tensor? all = null;
        for (var start = 0; start < x.Shape[0]; start += RowsAtATime)
        {
            var rows = x[start..Math.Min(start + RowsAtATime, x.Shape[0])];
            using var lent = memory.Open();
            var part = model.Forward(rows);
            all ??= Room(part, x.Shape[0]);
            all[start..(start + rows.Shape[0])].CopyFrom(part);
        }
        return all!;
    }

    // Not in lent memory: this is what is handed out.
    private static Tensor Room(Tensor like, int rows)
    {
        int[] lengths = [.. like.Shape];
        lengths[0] = rows;
        Shape shape = [.. lengths];
        return like.DType == DType.Float32 ? Tensor.From(new float[shape.Size], shape) : Tensor.From(new double[shape.Size], shape);
    }
}
