using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace CourseKit.Data.Files;

/// <summary>An array of numbers of any rank as it stands in a file: a shape, and the elements row by row (last axis fastest).</summary>
public sealed class NdArray
{
    /// <summary>Puts elements and shape together; nothing is copied.</summary>
    /// <param name="values">A one-dimensional array of Half, float, double or a whole-number type of 1 to 8 bytes.</param>
    /// <param name="shape">Length of each axis, outermost first; no axis makes a single number.</param>
    /// <exception cref="ArgumentException">The elements are of another type, or their number is not the product of the shape.</exception>
    public NdArray(Array values, params ReadOnlySpan<int> shape)
    {
        ArgumentNullException.ThrowIfNull(values);
        (Values, Shape, Code) = (values, shape.ToArray(), Elements.CodeOf(values));
        if (CountOf(shape) != (UInt128)values.Length)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"NdArray: shape {ShapeText(shape)} requires {CountOf(shape)} elements; {values.Length} received."));
    }

    /// <summary>Length of each axis, outermost first.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The elements row by row, a one-dimensional array of the element type.</summary>
    public Array Values { get; }

    /// <summary>Kind and size of the elements as NumPy writes them: <c>u1</c> a byte, <c>f8</c> a double.</summary>
    internal string Code { get; }

    private string ElementName => Values.GetType().GetElementType()!.Name;

    /// <summary>Copies a matrix (n, d).</summary>
    /// <exception cref="ArgumentException">The elements are not numbers.</exception>
    public static NdArray From<T>(T[,] matrix)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var values = new T[matrix.Length];
        var next = 0;
        foreach (var value in matrix)
            values[next++] = value;
        return new NdArray(values, matrix.GetLength(0), matrix.GetLength(1));
    }

    /// <summary>The elements without conversion.</summary>
    /// <exception cref="InvalidOperationException">They are of another type.</exception>
    public T[] As<T>() => Values.GetType() == typeof(T[]) ? (T[])Values : throw new InvalidOperationException(
        $"NdArray.As<{typeof(T).Name}>: the elements are {ElementName}. Take As<{ElementName}>() or convert with ToDoubles().");

    /// <summary>The elements as doubles, row by row.</summary>
    public double[] ToDoubles() => Convert<double>();

    /// <summary>The elements rounded to floats, row by row.</summary>
    public float[] ToFloats() => Convert<float>();

    /// <summary>The elements as whole numbers, row by row: labels.</summary>
    /// <exception cref="InvalidOperationException">One of them is not whole, or does not fit in 32 bits.</exception>
    public int[] ToInts()
    {
        var exact = ToDoubles();
        for (var i = 0; i < exact.Length; i++)
            if (exact[i] != Math.Truncate(exact[i]) || exact[i] is < int.MinValue or > int.MaxValue)
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                    $"NdArray.ToInts: whole numbers of 32 bits are required; element {i} is {exact[i]}. Round, or take ToDoubles()."));
        return Array.ConvertAll(exact, value => (int)value);
    }

    /// <summary>An array of rank 2 as a matrix of doubles (n, d).</summary>
    /// <exception cref="InvalidOperationException">The rank is not 2.</exception>
    public double[,] ToMatrix()
    {
        if (Shape.Count != 2)
            throw new InvalidOperationException($"NdArray.ToMatrix: two axes are required; the shape is {ShapeText([.. Shape])}.");
        var matrix = new double[Shape[0], Shape[1]];
        if (matrix.Length > 0)
            ToDoubles().CopyTo(MemoryMarshal.CreateSpan(ref matrix[0, 0], matrix.Length));
        return matrix;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{ElementName}{ShapeText([.. Shape])}";

    /// <summary>Elements of a shape; a lying header makes the number very large, never wrong.</summary>
    internal static UInt128 CountOf(ReadOnlySpan<int> shape)
    {
        UInt128 count = 1;
        foreach (var length in shape)
            count = UInt128.Min(count * (UInt128)length, (UInt128)ulong.MaxValue);
        return count;
    }

    /// <summary>A shape as on paper: (2, 3).</summary>
    internal static string ShapeText(ReadOnlySpan<int> shape) =>
        shape.Length == 1 ? $"({shape[0].ToString(CultureInfo.InvariantCulture)},)" : $"({string.Join(", ", shape.ToArray())})";

    private T[] Convert<T>()
        where T : unmanaged, INumberBase<T> => Elements.Apply<Conversion<T>, T[]>(Values, default);

    private readonly struct Conversion<TTo> : IElementOperation<TTo[]>
        where TTo : unmanaged, INumberBase<TTo>
    {
        public TTo[] On<T>(T[] values)
            where T : unmanaged, INumberBase<T>
        {
            var converted = new TTo[values.Length];
            TensorPrimitives.ConvertTruncating<T, TTo>(values, converted);
            return converted;
        }
    }
}
