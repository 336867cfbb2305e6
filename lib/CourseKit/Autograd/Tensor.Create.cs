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

    /// <summary>0, 1, … below <paramref name="end"/>.</summary>
    /// <param name="end">0 or more.</param>
    /// <param name="dtype">Default float32.</param>
    public static Tensor Arange(int end, DType dtype = DType.Float32) => Arange(0, end, 1, dtype);

    /// <summary>start, start + step, … up to but not including <paramref name="end"/>.</summary>
    /// <param name="start">The first value.</param>
    /// <param name="end">What is not reached.</param>
    /// <param name="step">Not 0; negative to count down. Default 1.</param>
    /// <param name="dtype">Default float32.</param>
    /// <exception cref="ArgumentException">The step is 0 or leads away from the end.</exception>
    public static Tensor Arange(double start, double end, double step = 1, DType dtype = DType.Float32)
    {
        var count = Math.Ceiling((end - start) / step);
        if (!(count >= 0 && count <= Array.MaxLength))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Tensor.Arange: a step that leads from start to end is required; received {start}, {end}, step {step}."));
        }
        return Computed([(int)count], dtype, i => start + (i * step));
    }

    /// <summary>So many values at equal distances, both ends among them.</summary>
    /// <param name="start">The first value.</param>
    /// <param name="end">The last value.</param>
    /// <param name="count">0 or more; of one there is the start only.</param>
    /// <param name="dtype">Default float32.</param>
    /// <exception cref="ArgumentException">The count is negative.</exception>
    public static Tensor Linspace(double start, double end, int count, DType dtype = DType.Float32)
    {
        var step = count > 1 ? (end - start) / (count - 1) : 0;
        return Computed([count], dtype, i => i > 0 && i == count - 1 ? end : start + (i * step));
    }

    /// <summary>The identity matrix (n, n): ones from the upper left to the lower right.</summary>
    /// <param name="n">0 or more.</param>
    /// <param name="dtype">Default float32.</param>
    public static Tensor Eye(int n, DType dtype = DType.Float32) => Computed([n, n], dtype, i => i % (n + 1) == 0 ? 1 : 0);

    /// <summary>For each label a row (n, classes) with a 1 in the label's column and zeros elsewhere.</summary>
    /// <param name="labels">(n), each 0..classes−1.</param>
    /// <param name="classes">1 or more.</param>
    /// <param name="dtype">Default float32.</param>
    /// <exception cref="ArgumentException">A label is no class.</exception>
    public static Tensor OneHot(ReadOnlySpan<int> labels, int classes, DType dtype = DType.Float32)
    {
        var result = Zeros([labels.Length, classes], dtype);
        if (labels.Length > 0)
            Ops.Check.Labels(labels, result, "Tensor.OneHot", "pass a larger number of classes");
        for (var i = 0; i < labels.Length; i++)
        {
            if (dtype == DType.Float32)
                result.Span<float>()[(i * classes) + labels[i]] = 1;
            else
                result.Span<double>()[(i * classes) + labels[i]] = 1;
        }
        return result;
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

    private static Tensor Computed(Shape shape, DType dtype, Func<int, double> value)
    {
        var result = Empty(shape, dtype);
        for (var i = 0; i < result.Count; i++)
        {
            if (dtype == DType.Float32)
                result.Span<float>()[i] = (float)value(i);
            else
                result.Span<double>()[i] = value(i);
        }
        return result;
    }

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
