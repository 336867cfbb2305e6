namespace CourseKit.Autograd.Ops;

/// <summary>1 where a > b, else 0.</summary>
internal readonly struct Greater : IPairOp
{
    static string IPairOp.Name => "a > b";

    static void IPairOp.Value<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = a[i] > b[i] ? T.One : T.Zero;
    }
}

/// <summary>1 where a ≥ b, else 0.</summary>
internal readonly struct GreaterOrEqual : IPairOp
{
    static string IPairOp.Name => "a >= b";

    static void IPairOp.Value<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = a[i] >= b[i] ? T.One : T.Zero;
    }
}

/// <summary>1 where a and b are the same number, else 0.</summary>
internal readonly struct SameNumber : IPairOp
{
    static string IPairOp.Name => "Equal";

    static void IPairOp.Value<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = a[i] == b[i] ? T.One : T.Zero;
    }
}
