using System.Numerics;

namespace CourseKit.Metrics;

/// <summary>Sums in the order in which NumPy adds a contiguous axis, so that means agree to the last bit.</summary>
/// <remarks>
/// Fewer than 8 terms one after the other; up to 128 in eight running sums that are joined as a tree; more by halves, the first of which
/// is a multiple of 8.
/// The error grows with log n instead of n (Higham, The accuracy of floating point summation, 1993).
/// </remarks>
internal static class PairwiseSum
{
    private const int Block = 128;

    public static T Of<T>(ReadOnlySpan<T> terms) where T : unmanaged, INumber<T>
    {
        if (terms.Length > Block)
        {
            var half = terms.Length / 2;
            half -= half % 8;
            return Of(terms[..half]) + Of(terms[half..]);
        }
        return terms.Length < 8 ? InOrder(T.Zero, terms) : InEights(terms);
    }

    /// <summary>The sum down one of several columns: NumPy adds row after row, unless the column is the only one.</summary>
    public static double OfColumn(ReadOnlySpan<double> terms, int columns) => columns == 1 ? Of(terms) : InOrder(0.0, terms);

    public static double Mean(ReadOnlySpan<double> terms) => Of(terms) / terms.Length;

    private static T InEights<T>(ReadOnlySpan<T> terms) where T : unmanaged, INumber<T>
    {
        Span<T> sums = stackalloc T[8];
        var whole = terms.Length - terms.Length % 8;
        for (var i = 0; i < whole; i++)
            sums[i % 8] += terms[i];
        var joined = ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
        return InOrder(joined, terms[whole..]);
    }

    private static T InOrder<T>(T sum, ReadOnlySpan<T> terms) where T : unmanaged, INumber<T>
    {
        foreach (var term in terms)
            sum += term;
        return sum;
    }
}
