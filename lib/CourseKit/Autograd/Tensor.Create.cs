using System.Numerics;
using System.Runtime.InteropServices;

namespace CourseKit.Autograd;

public sealed partial class Tensor
{
    /// <summary>A copy of the values, as a vector <c>(n)</c> of float32.</summary>
    public static Tensor From(float[] values) => From(values, [Required(values).Length]);

    /// <summary>A copy of the values, as a vector <c>(n)</c> of float64.</summary>
    public static Tensor From(double[] values) => From(values, [Required(values).Length]);

    /// <summary>A copy of the values in a shape, as float32, row by row.</summary>
    /// <exception cref="ArgumentException">The number of values is not that of the shape.</exception>
    public static Tensor From(ReadOnlySpan<float> values, Shape shape) => Copy(values, shape, DType.Float32);

    /// <summary>A copy of the values in a shape, as float64, row by row.</summary>
    /// <exception cref="ArgumentException">The number of values is not that of the shape.</exception>
    public static Tensor From(ReadOnlySpan<double> values, Shape shape) => Copy(values, shape, DType.Float64);

    /// <summary>A copy of the matrix, <c>(rows, columns)</c> of float32.</summary>
    public static Tensor From(float[,] values) => Copy<float>(Flat(values), [values.GetLength(0), values.GetLength(1)], DType.Float32);

    /// <summary>A copy of the matrix, <c>(rows, columns)</c> of float64.</summary>
    public static Tensor From(double[,] values) => Copy<double>(Flat(values), [values.GetLength(0), values.GetLength(1)], DType.Float64);

    /// <summary>A single number: a tensor of the shape <c>()</c>.</summary>
    /// <param name="value">The number; rounded if <paramref name="dtype"/> is float32.</param>
    /// <param name="dtype">Default float32.</param>
    public static Tensor Scalar(double value, DType dtype = DType.Float32) => Full([], value, dtype);

    /// <summary>Zeros everywhere.</summary>
    public static Tensor Zeros(Shape shape, DType dtype = DType.Float32) => Full(shape, 0, dtype);

    /// <summary>Ones everywhere.</summary>
    public static Tensor Ones(Shape shape, DType dtype = DType.Float32) => Full(shape, 1, dtype);

    /// <summary>The same value everywhere.</summary>
    public static Tensor Full(Shape shape, double value, DType dtype = DType.Float32)
    {
        var tensor = Empty(shape, dtype);
        if (dtype == DType.Float32)
            tensor.Span<float>().Fill((float)value);
        else
            tensor.Span<double>().Fill(value);
        return tensor;
    }

    /// <summary>A copy, so that a matrix can be given wherever a tensor is wanted.</summary>
    public static implicit operator Tensor(double[,] values) => From(values);

    /// <summary>A copy, so that a matrix can be given wherever a tensor is wanted.</summary>
    public static implicit operator Tensor(float[,] values) => From(values);

    /// <summary>A copy, so that an array can be given wherever a tensor is wanted.</summary>
    public static implicit operator Tensor(double[] values) => From(values);

    /// <summary>A copy, so that an array can be given wherever a tensor is wanted.</summary>
    public static implicit operator Tensor(float[] values) => From(values);

    /// <summary>The same values in memory of their own, without a history.</summary>
    public Tensor Clone() => DType == DType.Float32 ? From(Span<float>(), Shape) : From(Span<double>(), Shape);

    /// <summary>The same values in another precision, without a history; this tensor itself if it has that precision already.</summary>
    public Tensor To(DType dtype) => (DType, dtype) switch
    {
        (DType.Float32, DType.Float64) => Convert<float, double>(dtype),
        (DType.Float64, DType.Float32) => Convert<double, float>(dtype),
        _ => this,
    };

    /// <summary>Room for a result; every value must be written.</summary>
    internal static Tensor Empty(Shape shape, DType dtype) =>
        new(dtype == DType.Float32 ? Storage.Make<float>(shape.Size) : Storage.Make<double>(shape.Size), shape, dtype);

    private static Tensor Copy<T>(ReadOnlySpan<T> values, Shape shape, DType dtype)
    {
        if (values.Length != shape.Size)
            throw new ArgumentException($"Tensor.From: {shape} has {shape.Size} values; received {values.Length}.", nameof(values));
        return new(Storage.Own(values.ToArray()), shape, dtype);
    }

    private static ReadOnlySpan<T> Flat<T>(T[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return MemoryMarshal.CreateReadOnlySpan(ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(
            ref MemoryMarshal.GetArrayDataReference(values)), values.Length);
    }

    private static T[] Required<T>(T[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values;
    }

    private Tensor Convert<TFrom, TTo>(DType dtype)
        where TFrom : INumber<TFrom>
        where TTo : INumber<TTo>
    {
        var result = Empty(Shape, dtype);
        System.Numerics.Tensors.TensorPrimitives.ConvertTruncating<TFrom, TTo>(Span<TFrom>(), result.Span<TTo>());
        return result;
    }
}
