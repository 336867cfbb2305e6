using System.Runtime.CompilerServices;

namespace CourseKit.Autograd;

public sealed partial class Tensor
{
    /// <summary>The value of a vector at a place.</summary>
    /// <param name="i">0..length−1.</param>
    [IndexerName("Element")]
    public double this[int i] => At([i]);

    /// <summary>The value of a matrix at a row and a column.</summary>
    [IndexerName("Element")]
    public double this[int i, int j] => At([i, j]);

    /// <summary>The value at a place of a tensor with more axes.</summary>
    /// <param name="indices">One index for each axis.</param>
    [IndexerName("Element")]
    public double this[params ReadOnlySpan<int> indices] => At(indices);

    /// <summary>The only value of a tensor that has one, such as a loss.</summary>
    /// <exception cref="InvalidOperationException">There are none or several.</exception>
    public double Item() => Count == 1
        ? ValueAt(0)
        : throw new InvalidOperationException($"Item: a tensor of one value is required; received {Shape}. Name the place: t[i, j].");

    /// <summary>A copy of all values, row by row, as <c>double</c>.</summary>
    public double[] ToDoubles() => To(DType.Float64).Span<double>().ToArray();

    /// <summary>A copy of all values, row by row, as <c>float</c>.</summary>
    public float[] ToFloats() => To(DType.Float32).Span<float>().ToArray();

    /// <summary>A copy of a matrix <c>(n, k)</c> as an array.</summary>
    /// <exception cref="InvalidOperationException">The tensor has another number of axes than two.</exception>
    public double[,] ToMatrix()
    {
        if (Rank != 2)
            throw new InvalidOperationException($"ToMatrix: two axes are required; received {Shape}.");
        var matrix = new double[Shape[0], Shape[1]];
        Buffer.BlockCopy(ToDoubles(), 0, matrix, 0, Count * sizeof(double));
        return matrix;
    }

    /// <summary>Shape, precision and the first values: <c>(2, 3) float32 [[1, 2, 3], [4, 5, 6]]</c>.</summary>
    public override string ToString() => TensorText.Of(this);

    /// <summary>The same with each row on a line of its own.</summary>
    public override string ToText() => TensorText.Lines(this);

    /// <summary>Shape and precision, and below them the first and last rows and columns as a table.</summary>
    public override string ToHtml() => TensorHtml.Of(this);

    internal double ValueAt(int place) => DType == DType.Float32 ? Span<float>()[place] : Span<double>()[place];

    private double At(ReadOnlySpan<int> indices)
    {
        if (indices.Length != Rank)
            throw new ArgumentException($"Tensor[]: {Shape} takes {Rank} indices; received {indices.Length}.", nameof(indices));
        var place = 0;
        for (var axis = 0; axis < indices.Length; axis++)
        {
            if ((uint)indices[axis] >= (uint)Shape[axis])
            {
                throw new ArgumentOutOfRangeException(
                    nameof(indices), $"Tensor[]: axis {axis} of {Shape} takes 0..{Shape[axis] - 1}; received {indices[axis]}.");
            }
            place = (place * Shape[axis]) + indices[axis];
        }
        return ValueAt(place);
    }
}
