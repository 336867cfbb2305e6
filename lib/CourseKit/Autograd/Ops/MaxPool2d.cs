using System.Buffers;
using System.Numerics;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// y[n, c, i, j] = the largest x under the window at (i, j), the first of equals; NaN where there is one. x (n, c, h, w), y (n, c, oh, ow).
/// Backward: each dy goes to where its value came from.
/// </summary>
/// <param name="x">Images.</param>
/// <param name="window">The window.</param>
/// <param name="winners">Rented; for each y, its place within the plane of x.</param>
internal sealed class MaxPool2d<T>(Tensor x, Window window, int[] winners) : RentingNode<int>(winners, x)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor x, Window window)
    {
        var y = Tensor.Empty([x.Shape[0], x.Shape[1], window.Places.Rows, window.Places.Columns], x.DType);
        var winners = ArrayPool<int>.Shared.Rent(y.Count);
        new Forward(x, y, window, winners).RunOver(Window.PlanesIn(x), x.Count);
        if (Needed(x))
            return y.MadeBy(new MaxPool2d<T>(x, window, winners));
        ArrayPool<int>.Shared.Return(winners);
        return y;
    }

    public override void Backward(Tensor output)
    {
        var dx = Inputs[0].GradientInto<T>(out var add);
        if (!add)
            dx.Clear();
        var dy = output.GradientSpan<T>();
        for (int i = 0, plane = 0; i < dy.Length; plane += window.SourceSize)
            for (var end = i + window.TargetSize; i < end; i++)
                dx[plane + Rented[i]] += dy[i];
    }

    private sealed class Forward(Tensor x, Tensor y, Window window, int[] winners) : PlaneWork
    {
        public override void Execute(int piece)
        {
            ReadOnlySpan<T> plane = x.Span<T>().Slice(piece * window.SourceSize, window.SourceSize);
            var start = piece * window.TargetSize;
            var results = y.Span<T>().Slice(start, window.TargetSize);
            var places = winners.AsSpan(start, window.TargetSize);
            var width = x.Shape[3];
            for (var i = 0; i < results.Length; i++)
            {
                var (top, bottom, left, right) = window.At(i / window.Places.Columns, i % window.Places.Columns);
                var winner = (top * width) + left;
                for (var row = top; row < bottom; row++)
                    for (var place = (row * width) + left; place < (row * width) + right; place++)
                        if (plane[place] > plane[winner] || T.IsNaN(plane[place]))
                            winner = place;
                (results[i], places[i]) = (plane[winner], winner);
            }
        }
    }
}

/// <summary>Checks the shape and chooses the precision once for a whole operation.</summary>
internal static class MaxPool2d
{
    public static Tensor Apply(Tensor x, (int Rows, int Columns) size, Sliding sliding)
    {
        ArgumentNullException.ThrowIfNull(x);
        var window = new Window(x, size, sliding, "MaxPool2d");
        return x.DType == DType.Float32 ? MaxPool2d<float>.Apply(x, window) : MaxPool2d<double>.Apply(x, window);
    }
}
