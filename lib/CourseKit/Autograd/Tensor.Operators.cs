using CourseKit.Autograd.Ops;

namespace CourseKit.Autograd;

public sealed partial class Tensor
{
    /// <summary>a + b, value by value. Shapes that differ are aligned at the last axis, and a length of 1 is repeated.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit, or the precisions differ.</exception>
    public static Tensor operator +(Tensor a, Tensor b) => Binary.Apply<Add>(a, b);

    /// <inheritdoc cref="op_Addition(Tensor, Tensor)"/>
    public static Tensor operator +(Tensor a, double b) => a + Like(b, a);

    /// <inheritdoc cref="op_Addition(Tensor, Tensor)"/>
    public static Tensor operator +(double a, Tensor b) => Like(a, b) + b;

    /// <summary>a − b, value by value. Shapes that differ are aligned at the last axis, and a length of 1 is repeated.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit, or the precisions differ.</exception>
    public static Tensor operator -(Tensor a, Tensor b) => Binary.Apply<Subtract>(a, b);

    /// <inheritdoc cref="op_Subtraction(Tensor, Tensor)"/>
    public static Tensor operator -(Tensor a, double b) => a - Like(b, a);

    /// <inheritdoc cref="op_Subtraction(Tensor, Tensor)"/>
    public static Tensor operator -(double a, Tensor b) => Like(a, b) - b;

    /// <summary>
    /// a · b, value by value; the matrix product is <see cref="MatMul"/>. Shapes that differ are aligned at the last axis, and a length
    /// of 1 is repeated.
    /// </summary>
    /// <exception cref="ArgumentException">The shapes do not fit, or the precisions differ.</exception>
    public static Tensor operator *(Tensor a, Tensor b) => Binary.Apply<Multiply>(a, b);

    /// <inheritdoc cref="op_Multiply(Tensor, Tensor)"/>
    public static Tensor operator *(Tensor a, double b) => a * Like(b, a);

    /// <inheritdoc cref="op_Multiply(Tensor, Tensor)"/>
    public static Tensor operator *(double a, Tensor b) => Like(a, b) * b;

    /// <summary>a / b, value by value. Shapes that differ are aligned at the last axis, and a length of 1 is repeated.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit, or the precisions differ.</exception>
    public static Tensor operator /(Tensor a, Tensor b) => Binary.Apply<Divide>(a, b);

    /// <inheritdoc cref="op_Division(Tensor, Tensor)"/>
    public static Tensor operator /(Tensor a, double b) => a / Like(b, a);

    /// <inheritdoc cref="op_Division(Tensor, Tensor)"/>
    public static Tensor operator /(double a, Tensor b) => Like(a, b) / b;

    /// <summary>−x, value by value.</summary>
    public static Tensor operator -(Tensor x) => Unary.Apply<Negate>(x);

    /// <summary>1 where a is larger and else 0, value by value, without a gradient.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit, or the precisions differ.</exception>
    public static Tensor operator >(Tensor a, Tensor b) => Pairwise.Value<Greater>(a, b);

    /// <inheritdoc cref="op_GreaterThan(Tensor, Tensor)"/>
    public static Tensor operator >(Tensor a, double b) => a > Like(b, a);

    /// <summary>1 where a is smaller and else 0, value by value, without a gradient.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit, or the precisions differ.</exception>
    public static Tensor operator <(Tensor a, Tensor b) => Pairwise.Value<Greater>(b, a);

    /// <inheritdoc cref="op_LessThan(Tensor, Tensor)"/>
    public static Tensor operator <(Tensor a, double b) => a < Like(b, a);

    /// <summary>1 where a is as large or larger and else 0, value by value, without a gradient.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit, or the precisions differ.</exception>
    public static Tensor operator >=(Tensor a, Tensor b) => Pairwise.Value<GreaterOrEqual>(a, b);

    /// <inheritdoc cref="op_GreaterThanOrEqual(Tensor, Tensor)"/>
    public static Tensor operator >=(Tensor a, double b) => a >= Like(b, a);

    /// <summary>1 where a is as small or smaller and else 0, value by value, without a gradient.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit, or the precisions differ.</exception>
    public static Tensor operator <=(Tensor a, Tensor b) => Pairwise.Value<GreaterOrEqual>(b, a);

    /// <inheritdoc cref="op_LessThanOrEqual(Tensor, Tensor)"/>
    public static Tensor operator <=(Tensor a, double b) => a <= Like(b, a);

    /// <summary>A number in the precision of another tensor.</summary>
    internal static Tensor Like(double value, Tensor like)
    {
        ArgumentNullException.ThrowIfNull(like);
        return Scalar(value, like.DType);
    }
}
