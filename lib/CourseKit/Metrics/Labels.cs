using System.Text;

namespace CourseKit.Metrics;

/// <summary>What all label metrics ask of labels: equal lengths, an order, a name.</summary>
internal static class Labels
{
    /// <summary>The distinct labels in ascending order; strings by code point, as Python sorts them.</summary>
    public static T[] Sorted<T>(IEnumerable<T> labels) => [.. labels.Distinct().Order(Order<T>())];

    public static string Name<T>(T label) => Convert.ToString(label, CultureInfo.InvariantCulture) ?? "";

    /// <summary>At most ten names, for a message.</summary>
    public static string List<T>(IReadOnlyCollection<T> labels) =>
        string.Join(", ", labels.Take(10).Select(Name)) + (labels.Count > 10 ? ", …" : "");

    public static void CheckLengths(string where, int trueCount, int predictedCount)
    {
        if (trueCount != predictedCount)
        {
            throw new ArgumentException(
                $"{where}: yTrue and yPred must have one entry for each sample; {trueCount} true and {predictedCount} predicted.");
        }
        if (trueCount == 0)
            throw new ArgumentException($"{where}: at least one sample is required; yTrue and yPred are empty.");
    }

    public static IComparer<T> Order<T>() => typeof(T) == typeof(string) ? (IComparer<T>)(object)CodePoints : Comparer<T>.Default;

    // UTF-8 sorts as the code points do; UTF-16 does not, because of surrogates.
    private static readonly Comparer<string> CodePoints =
        Comparer<string>.Create((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)));
}
