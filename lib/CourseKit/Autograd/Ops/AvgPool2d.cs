using System.Numerics;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// y[n, c, i, j] = the mean of x under the window at (i, j); x (n, c, h, w), y (n, c, oh, ow). With padding the divisor is the size of the
/// window, or the number of values of the image under it. Backward: dy / divisor to each value under the window.
/// </summary>
internal sealed class AvgPool2d<T>(Tensor x, Window window, bool countPadding) : Node(x)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor x, Window window, bool countPadding)
    {
        var y = Tensor.Empty([x.Shape[0], x.Shape[1], window.Places.Rows, window.Places.Columns], x.DType);
        new Forward(x, y, window, countPadding).RunOver(Window.PlanesIn(x), x.Count);
        return Needed(x) ? y.MadeBy(new AvgPool2d<T>(x, window, countPadding)) : y;
    }

    public override void Backward(Tensor output)
    {
        var dx = Inputs[0].GradientInto<T>(out var add);
        if (!add)
            dx.Clear();
        var dy = output.GradientSpan<T>();
        var width = Inputs[0].Shape[3];
        for (var i = 0; i < dy.Length; i++)
        {
            var (plane, place) = Math.DivRem(i, window.TargetSize);
            var (top, bottom, left, right) = window.At(place / window.Places.Columns, place % window.Places.Columns);
            var part = dy[i] / Divisor(window, countPadding, (bottom - top) * (right - left));
            for (var row = top; row < bottom; row++)
                foreach (ref var value in dx.Slice((plane * window.SourceSize) + (row * width) + left, right - left))
                    value += part;
        }
    }

    private static T Divisor(Window window, bool countPadding, int covered) =>
        T.CreateChecked(countPadding ? window.Size.Rows * window.Size.Columns : covered);

    private sealed class Forward(Tensor x, Tensor y, Window window, bool countPadding) : PlaneWork
    {
        public override void Execute(int piece)
        {
            ReadOnlySpan<T> plane = x.Span<T>().Slice(piece * window.SourceSize, window.SourceSize);
            var results = y.Span<T>().Slice(piece * window.TargetSize, window.TargetSize);
            var width = x.Shape[3];
            for (var i = 0; i < results.Length; i++)
            {
                var (top, bottom, left, right) = window.At(i / window.Places.Columns, i % window.Places.Columns);
                var sum = T.Zero;
                for (var row = top; row < bottom; row++)
                    sum += Reduce.Sum(plane.Slice((row * width) + left, right - left));
                results[i] = sum / Divisor(window, countPadding, (bottom - top) * (right - left));
            }
        }
    }
}

/// <summary>Checks the shape and chooses the precision once for a whole operation.</summary>
internal static class AvgPool2d
{
    public static Tensor Apply(Tensor x, (int Rows, int Columns) size, Sliding sliding, bool countPadding)
    {
        ArgumentNullException.ThrowIfNull(x);
        var window = new Window(x, size, sliding, "AvgPool2d");
        return x.DType == DType.Float32
            ? AvgPool2d<float>.Apply(x, window, countPadding)
            : AvgPool2d<double>.Apply(x, window, countPadding);
    }
}
