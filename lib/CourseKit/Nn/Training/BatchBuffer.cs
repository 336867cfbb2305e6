using System.Numerics;
using CourseKit.Autograd;

namespace CourseKit.Nn.Training;

/// <summary>Room for one batch, into which rows are gathered in any order. Used again for every batch.</summary>
internal sealed class BatchBuffer
{
    private readonly Samples _source;
    private readonly Samples _room;
    private readonly int[] _labels = [];

    public BatchBuffer(Samples source, int size)
    {
        _source = source;
        var x = RoomLike(source.X, size);
        if (source.HasLabels)
            _room = new Samples(x, _labels = new int[size]);
        else
            _room = new Samples(x, RoomLike(source.Targets, size));
    }

    /// <summary>The samples of these rows, until the next call.</summary>
    public Samples Gather(ReadOnlySpan<int> rows)
    {
        Gather(_source.X, rows, _room.X);
        if (_source.HasLabels)
            Pick(_source.Labels.Span, rows, _labels);
        else
            Gather(_source.Targets, rows, _room.Targets);
        return rows.Length == _room.Count ? _room : _room.Rows(0, rows.Length);
    }

    private static Tensor RoomLike(Tensor tensor, int rows)
    {
        int[] lengths = [.. tensor.Shape];
        lengths[0] = rows;
        return Tensor.Zeros([.. lengths], tensor.DType);
    }

    private static void Gather(Tensor from, ReadOnlySpan<int> rows, Tensor to)
    {
        if (from.DType == DType.Float32)
            Gather<float>(from, rows, to);
        else
            Gather<double>(from, rows, to);
    }

    private static void Gather<T>(Tensor from, ReadOnlySpan<int> rows, Tensor to)
        where T : unmanaged, INumberBase<T>
    {
        var width = from.Count / from.Shape[0];
        ReadOnlySpan<T> values = from.Span<T>();
        var room = to.Span<T>();
        for (var i = 0; i < rows.Length; i++)
            values.Slice(rows[i] * width, width).CopyTo(room[(i * width)..]);
    }

    private static void Pick(ReadOnlySpan<int> from, ReadOnlySpan<int> rows, Span<int> to)
    {
        for (var i = 0; i < rows.Length; i++)
            to[i] = from[rows[i]];
    }
}
