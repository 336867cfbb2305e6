using System.Numerics.Tensors;

namespace CourseKit.Autograd.Ops;

/// <summary>y = a + b, slopes 1 and 1.</summary>
internal readonly struct Add : IBinaryOp
{
    static string IPairOp.Name => "a + b";

    static void IPairOp.Value<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TensorPrimitives.Add(a, b, y);

    static void IBinaryOp.SlopeA<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope) => slope.Fill(T.One);

    static void IBinaryOp.SlopeB<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope) => slope.Fill(T.One);
}

/// <summary>y = a − b, slopes 1 and −1.</summary>
internal readonly struct Subtract : IBinaryOp
{
    static string IPairOp.Name => "a − b";

    static void IPairOp.Value<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TensorPrimitives.Subtract(a, b, y);

    static void IBinaryOp.SlopeA<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope) => slope.Fill(T.One);

    static void IBinaryOp.SlopeB<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope) => slope.Fill(-T.One);
}

/// <summary>y = a · b, slopes b and a.</summary>
internal readonly struct Multiply : IBinaryOp
{
    static string IPairOp.Name => "a * b";

    static void IPairOp.Value<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TensorPrimitives.Multiply(a, b, y);

    static void IBinaryOp.SlopeA<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope) => b.CopyTo(slope);

    static void IBinaryOp.SlopeB<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope) => a.CopyTo(slope);
}

/// <summary>y = a / b, slopes 1/b and −a/b².</summary>
internal readonly struct Divide : IBinaryOp
{
    static string IPairOp.Name => "a / b";

    static void IPairOp.Value<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TensorPrimitives.Divide(a, b, y);

    static void IBinaryOp.SlopeA<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope) => TensorPrimitives.Reciprocal(b, slope);

    static void IBinaryOp.SlopeB<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope)
    {
        TensorPrimitives.Divide(a, b, slope);
        TensorPrimitives.Divide(slope, b, slope);
        TensorPrimitives.Negate<T>(slope, slope);
    }
}

/// <summary>y = aᵇ, slopes b aᵇ⁻¹ and aᵇ ln a; the slope in b counts as 0 where a is 0.</summary>
internal readonly struct RaiseTo : IBinaryOp
{
    static string IPairOp.Name => "Pow";

    static void IPairOp.Value<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TensorPrimitives.Pow(a, b, y);

    static void IBinaryOp.SlopeA<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope)
    {
        for (var i = 0; i < slope.Length; i++)
            slope[i] = b[i] == T.Zero ? T.Zero : b[i] * T.Pow(a[i], b[i] - T.One);
    }

    static void IBinaryOp.SlopeB<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope)
    {
        for (var i = 0; i < slope.Length; i++)
            slope[i] = a[i] == T.Zero ? T.Zero : T.Pow(a[i], b[i]) * T.Log(a[i]);
    }
}

/// <summary>y = max(a, b), NaN where one of them is; slopes 1 for the larger and 0 for the other, ½ each where they are equal.</summary>
internal readonly struct Larger : IBinaryOp
{
    static string IPairOp.Name => "Maximum";

    static void IPairOp.Value<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TensorPrimitives.Max(a, b, y);

    static void IBinaryOp.SlopeA<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope) => Shares.OfLarger(a, b, slope);

    static void IBinaryOp.SlopeB<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope) => Shares.OfLarger(b, a, slope);
}

/// <summary>y = min(a, b), NaN where one of them is; slopes 1 for the smaller and 0 for the other, ½ each where they are equal.</summary>
internal readonly struct Smaller : IBinaryOp
{
    static string IPairOp.Name => "Minimum";

    static void IPairOp.Value<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TensorPrimitives.Min(a, b, y);

    static void IBinaryOp.SlopeA<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope) => Shares.OfLarger(b, a, slope);

    static void IBinaryOp.SlopeB<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope) => Shares.OfLarger(a, b, slope);
}

/// <summary>How two numbers share the gradient of their maximum.</summary>
internal static class Shares
{
    /// <summary>1 where <paramref name="a"/> is larger, ½ where both are equal, else 0.</summary>
    public static void OfLarger<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> share)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var half = T.CreateChecked(0.5);
        for (var i = 0; i < share.Length; i++)
            share[i] = a[i] > b[i] ? T.One : a[i] == b[i] ? half : T.Zero;
    }
}
