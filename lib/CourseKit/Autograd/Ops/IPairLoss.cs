using System.Numerics;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>What one result y costs where t was wanted: f(y, t; c), with its slope ∂f/∂y beside it.</summary>
internal interface IPairLoss
{
    /// <summary>As in an error message.</summary>
    static abstract string Name { get; }

    /// <summary>f(y, t; c).</summary>
    static abstract T Value<T>(T y, T t, T c)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>∂f/∂y.</summary>
    static abstract T Slope<T>(T y, T t, T c)
        where T : unmanaged, IFloatingPointIeee754<T>;
}

/// <summary>|y − t|, slope the sign of y − t, 0 where they are equal.</summary>
internal readonly struct AbsoluteError : IPairLoss
{
    static string IPairLoss.Name => "MeanAbsoluteError";

    static T IPairLoss.Value<T>(T y, T t, T c) => T.Abs(y - t);

    static T IPairLoss.Slope<T>(T y, T t, T c) => y == t ? T.Zero : T.CopySign(T.One, y - t);
}

/// <summary>With e = y − t: e²/2 where |e| ≤ c, else c (|e| − c/2); slope e, else ±c.</summary>
/// <remarks>P. J. Huber, Robust Estimation of a Location Parameter, Annals of Mathematical Statistics 35 (1964), p. 74.</remarks>
internal readonly struct HuberError : IPairLoss
{
    static string IPairLoss.Name => "Huber";

    static T IPairLoss.Value<T>(T y, T t, T c)
    {
        var (size, half) = (T.Abs(y - t), T.CreateChecked(0.5));
        return size <= c ? half * size * size : c * (size - (half * c));
    }

    static T IPairLoss.Slope<T>(T y, T t, T c) => T.Abs(y - t) <= c ? y - t : T.CopySign(c, y - t);
}

/// <summary>max(0, 1 − t y) for t = ±1; slope −t where 1 − t y > 0, else 0.</summary>
internal readonly struct HingeError : IPairLoss
{
    static string IPairLoss.Name => "Hinge";

    static T IPairLoss.Value<T>(T y, T t, T c) => T.Max(T.Zero, T.One - (t * y));

    static T IPairLoss.Slope<T>(T y, T t, T c) => t * y < T.One ? -t : T.Zero;
}

/// <summary>−(t ln p + (1 − t) ln(1 − p)) with y clipped to p in [c, 1 − c]; slope (p − t) / (p (1 − p)), 0 where y is clipped.</summary>
internal readonly struct ProbabilityError : IPairLoss
{
    static string IPairLoss.Name => "BinaryCrossEntropy";

    static T IPairLoss.Value<T>(T y, T t, T c)
    {
        var p = T.Clamp(y, c, T.One - c);
        var one = t == T.Zero ? T.Zero : t * T.Log(p);
        return -(one + (t == T.One ? T.Zero : (T.One - t) * NearZero.LogP1(-p)));
    }

    static T IPairLoss.Slope<T>(T y, T t, T c) => y < c || y > T.One - c
        ? T.Zero
        : (t == T.Zero ? T.Zero : -t / y) + (t == T.One ? T.Zero : (T.One - t) / (T.One - y));
}
