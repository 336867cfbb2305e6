using System.Numerics;
using CourseKit.Numerics;

namespace CourseKit.Tests.Numerics;

public class SumsTests
{
    public static TheoryData<int> Counts => [0, 1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 1000, 4099];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Floats_are_summed_in_the_order_that_is_written_down(int count) => IsSummed(8, Numbers<float>(count), Numbers<float>(count));

    [Theory]
    [MemberData(nameof(Counts))]
    public void Doubles_are_summed_in_the_order_that_is_written_down(int count) => IsSummed(4, Numbers<double>(count), Numbers<double>(count));

    [Fact]
    public void Where_the_values_lie_makes_no_difference()
    {
        var values = Numbers<float>(1000);
        var sums = Enumerable.Range(0, 17).Select(offset =>
        {
            var moved = new float[1100];
            values.CopyTo(moved, offset);
            ReadOnlySpan<float> x = moved.AsSpan(offset, values.Length);
            return (Sums.Sum(x), Sums.SumOfSquares(x), Sums.Dot(x, values));
        });

        Assert.Single(sums.Distinct());
    }

    [Fact]
    public void Two_spans_of_different_lengths_have_no_dot_product() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Sums.Dot<float>([1, 2, 3], [1, 2]));

    private static void IsSummed<T>(int width, T[] x, T[] y)
        where T : unmanaged, INumberBase<T>
    {
        Assert.Equal(InOrder(width, x), Sums.Sum<T>(x));
        Assert.Equal(InOrder(width, [.. x.Select(value => value * value)]), Sums.SumOfSquares<T>(x));
        Assert.Equal(InOrder(width, [.. x.Zip(y, (a, b) => a * b)]), Sums.Dot<T>(x, y));
    }

    /// <summary>The same without vectors, value for value: of all whole blocks of four vectors, then of whole vectors, then of the rest.</summary>
    private static T InOrder<T>(int width, T[] terms)
        where T : unmanaged, INumberBase<T>
    {
        var lanes = new T[4 * width];
        var (blocks, vectors) = (terms.Length / (4 * width) * (4 * width), terms.Length / width * width);
        for (var i = 0; i < vectors; i++)
            lanes[i < blocks ? i % (4 * width) : i % width] += terms[i];
        var sums = Enumerable.Range(0, width).Select(lane => lanes[lane] + lanes[width + lane] + (lanes[2 * width + lane] + lanes[3 * width + lane])).ToArray();
        for (var half = width / 2; half > 0; half /= 2)
            for (var lane = 0; lane < half; lane++)
                sums[lane] += sums[lane + half];
        return terms.Skip(vectors).Aggregate(sums[0], (sum, term) => sum + term);
    }

    private static T[] Numbers<T>(int count)
        where T : INumberBase<T>
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked(random.NextDouble() - 0.3))];
    }
}
