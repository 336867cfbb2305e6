using CourseKit.Numerics;

namespace CourseKit.Nn.Optimizers;

/// <summary>What an optimizer makes of a weight, its gradient and the numbers it remembers for it; of a vector of them at a time.</summary>
internal interface IUpdateRule
{
    /// <param name="w">Weights.</param>
    /// <param name="g">Their gradients.</param>
    /// <param name="first">Remembered for each weight, and changed here; without a meaning where the rule does not use it.</param>
    /// <param name="second">As <paramref name="first"/>.</param>
    /// <param name="third">As <paramref name="first"/>.</param>
    /// <returns>The new weights.</returns>
    TVector Apply<TSimd, TVector, T>(TVector w, TVector g, ref TVector first, ref TVector second, ref TVector third)
        where TSimd : struct, IVectorMath<TVector, T>
        where TVector : struct
        where T : unmanaged;
}
