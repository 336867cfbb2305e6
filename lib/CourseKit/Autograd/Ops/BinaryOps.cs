using System.Numerics.Tensors;

namespace CourseKit.Autograd.Ops;

/// <summary>y = a + b, slopes 1 and 1.</summary>
internal readonly struct Add : IBinaryOp
{
    static string IBinaryOp.Name => "a + b";

    static void IBinaryOp.Value<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TensorPrimitives.Add(a, b, y);

    static void IBinaryOp.SlopeA<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope) => slope.Fill(T.One);

    static void IBinaryOp.SlopeB<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope) => slope.Fill(T.One);
}

/// <summary>y = a − b, slopes 1 and −1.</summary>
internal readonly struct Subtract : IBinaryOp
{
    static string IBinaryOp.Name => "a − b";

    static void IBinaryOp.Value<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TensorPrimitives.Subtract(a, b, y);

    static void IBinaryOp.SlopeA<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope) => slope.Fill(T.One);

    static void IBinaryOp.SlopeB<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope) => slope.Fill(-T.One);
}

/// <summary>y = a · b, slopes b and a.</summary>
internal readonly struct Multiply : IBinaryOp
{
    static string IBinaryOp.Name => "a * b";

    static void IBinaryOp.Value<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TensorPrimitives.Multiply(a, b, y);

    static void IBinaryOp.SlopeA<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope) => b.CopyTo(slope);

    static void IBinaryOp.SlopeB<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope) => a.CopyTo(slope);
}

/// <summary>y = a / b, slopes 1/b and −a/b².</summary>
internal readonly struct Divide : IBinaryOp
{
    static string IBinaryOp.Name => "a / b";

    static void IBinaryOp.Value<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TensorPrimitives.Divide(a, b, y);

    static void IBinaryOp.SlopeA<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope) => TensorPrimitives.Reciprocal(b, slope);

    static void IBinaryOp.SlopeB<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope)
    {
        TensorPrimitives.Divide(a, b, slope);
        TensorPrimitives.Divide(slope, b, slope);
        TensorPrimitives.Negate<T>(slope, slope);
    }
}
