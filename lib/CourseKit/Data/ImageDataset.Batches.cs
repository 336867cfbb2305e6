using System.Numerics;
using System.Runtime.InteropServices;

namespace CourseKit.Data;

/// <content>Bytes become numbers here, a batch at a time and vectorised.</content>
public sealed partial class ImageDataset
{
    /// <summary>All images as rows of floats (n, rows · columns). Takes 4·n·d bytes; for training take batches.</summary>
    public float[,] ToFloats(Scaling scaling) => ToMatrix<float>(scaling);

    /// <summary>All images as rows of doubles (n, rows · columns). Takes 8·n·d bytes; for training take batches.</summary>
    public double[,] ToDoubles(Scaling scaling) => ToMatrix<double>(scaling);

    /// <summary>Writes the images with the given indices as rows of numbers, one after another, in the order of the indices.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="indices">Which images (k); each 0 … n − 1.</param>
    /// <param name="scaling">How bytes become numbers.</param>
    /// <param name="destination">Room for k · rows · columns numbers.</param>
    /// <exception cref="ArgumentException">The room is not of that size.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public void CopyBatch<T>(ReadOnlySpan<int> indices, Scaling scaling, Span<T> destination)
        where T : unmanaged, IFloatingPoint<T>
    {
        if (destination.Length != (long)indices.Length * Shape.Size)
            throw new ArgumentException(FormattableString.Invariant(
                $"CopyBatch: room for {indices.Length} · {Shape.Size} numbers is required; {destination.Length} received."));
        foreach (var index in indices)
            _ = Row(index);
        Scale(indices.ToArray(), indices.Length, scaling, destination);
    }

    /// <summary>Mean and standard deviation of all pixels in 0..1, for <see cref="Scaling.Standard"/>.</summary>
    public (double Mean, double Std) MeanAndStd()
    {
        long sum = 0, squares = 0;
        foreach (var value in Pixels)
            (sum, squares) = (sum + value, squares + value * value);
        var (count, max) = ((double)Pixels.Length, (double)Shape.MaxValue);
        var mean = sum / count;
        return (mean / max, Math.Sqrt(squares / count - mean * mean) / max);
    }

    private protected override double[,] MakeX() => ToMatrix<double>(Scaling.Raw);

    private T[,] ToMatrix<T>(Scaling scaling)
        where T : unmanaged, IFloatingPoint<T>
    {
        var matrix = new T[Count, Shape.Size];
        if (matrix.Length == 0)
            return matrix;
        Scale(null, Count, scaling, MemoryMarshal.CreateSpan(ref matrix[0, 0], matrix.Length));
        return matrix;
    }

    // Rows that exist; null for all in order.
    private unsafe void Scale<T>(int[]? rows, int count, Scaling scaling, Span<T> destination)
        where T : unmanaged, IFloatingPoint<T>
    {
        fixed (byte* pixels = Pixels)
        fixed (T* numbers = destination)
            new ScaledRows<T>(pixels, Shape.Size, rows, ScaledRows<T>.Table(scaling, Shape.MaxValue), numbers).Run(count);
    }
}
