using CourseKit.Nn.Optimizers;
using CourseKit.Numerics;

namespace CourseKit.Tests.Nn.Optimizers;

/// <summary>The one pass over weights, gradients and memory, with every vector width and every length of the last vector.</summary>
public sealed class UpdateBlockTests
{
    public static TheoryData<int> Paths => [(int)SimdPath.Vector128, (int)SimdPath.Vector256, (int)SimdPath.Vector512];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_width_changes_every_number_once(int path)
    {
        for (var length = 0; length <= 40; length++)
        {
            Assert.Equal(Expected<float>(length), Changed<float>(length, (SimdPath)path));
            Assert.Equal(Expected<double>(length), Changed<double>(length, (SimdPath)path));
        }
    }

    // w = i, g = 2i, memory 3i, 4i and 5i with a λ of 2 and a factor of 3: whole numbers, so that nothing is rounded.
    private static double[] Expected<T>(int length)
        where T : unmanaged => [.. Enumerable.Range(0, length).SelectMany(i =>
        {
            double w = i, g = 2 * i, first = 3 * i, second = 4 * i, third = 5 * i;
            g += 2 * w;
            w *= 3;
            return new[] { w + g, first + g, second + (2 * g), third + (3 * g) };
        })];

    private static double[] Changed<T>(int length, SimdPath path)
        where T : unmanaged, System.Numerics.INumberBase<T>
    {
        T[] w = Multiples(1), g = Multiples(2), first = Multiples(3), second = Multiples(4), third = Multiples(5);
        new UpdateBlock<T>
        {
            Weights = w,
            Gradients = g,
            First = first,
            Second = second,
            Third = third,
            Step = 1,
            DecayOfGradients = 2,
            WeightFactor = 3,
        }.Apply(new AddGradients(), path);
        return [.. Enumerable.Range(0, length).SelectMany(i =>
            new[] { w[i], first[i], second[i], third[i] }.Select(double.CreateChecked))];

        T[] Multiples(int factor) => [.. Enumerable.Range(0, length).Select(i => T.CreateChecked(factor * i))];
    }

    private readonly struct AddGradients : IUpdateRule
    {
        public TVector Apply<TSimd, TVector, T>(TVector w, TVector g, ref TVector first, ref TVector second, ref TVector third)
            where TSimd : struct, IVectorMath<TVector, T>
            where TVector : struct
            where T : unmanaged
        {
            first = TSimd.Add(first, g);
            second = TSimd.MultiplyAdd(TSimd.Constant(2), g, second);
            third = TSimd.MultiplyAdd(TSimd.Constant(3), g, third);
            return TSimd.Add(w, g);
        }
    }
}
