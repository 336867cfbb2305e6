namespace CourseKit.Numerics;

/// <summary>What functions and optimizers need beyond <see cref="ISimd{TVector, T}"/>.</summary>
internal interface IVectorMath<TVector, T> : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>The number in every lane, rounded to <typeparamref name="T"/>.</summary>
    static abstract TVector Constant(double value);

    static abstract TVector Subtract(TVector x, TVector y);

    static abstract TVector Multiply(TVector x, TVector y);

    static abstract TVector Divide(TVector x, TVector y);

    /// <summary>The smaller one; y where y is NaN.</summary>
    static abstract TVector Min(TVector x, TVector y);

    /// <summary>The larger one; y where y is NaN.</summary>
    static abstract TVector Max(TVector x, TVector y);

    static abstract TVector Sqrt(TVector x);

    static abstract TVector Abs(TVector x);

    /// <summary>|x| with the sign of y.</summary>
    static abstract TVector CopySign(TVector x, TVector y);

    /// <summary>
    /// 2^p, where the lowest bits of x hold the whole number p (two's complement) and p is within the exponents of normal numbers.
    /// </summary>
    static abstract TVector PowerOfTwo(TVector x);
}
