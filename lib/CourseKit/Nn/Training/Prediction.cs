using CourseKit.Autograd;

namespace CourseKit.Nn.Training;

/// <summary>What a network returns for many rows, computed some rows at a time so that memory stays small.</summary>
internal static class Prediction
{
    // Convolutions make many times as many values of an image as it has.
    private const int Rows = 1024, Images = 64;

    /// <summary>How many rows are computed at a time.</summary>
    /// <param name="x">Inputs (n, …): rows of values, or images.</param>
    public static int RowsAtATime(Tensor x) => x.Rank > 2 ? Images : Rows;

    /// <param name="model">The network, for inputs (n, …).</param>
    /// <param name="x">At least one row.</param>
    /// <returns>The outputs of all rows, without a history.</returns>
    public static Tensor Of(Module model, Tensor x)
    {
        using var _ = NoGrad.Open();
        var memory = new MemoryScope();
        Tensor? all = null;
        var count = RowsAtATime(x);
        for (var start = 0; start < x.Shape[0]; start += count)
        {
            var rows = x[start..Math.Min(start + count, x.Shape[0])];
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
