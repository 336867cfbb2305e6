using System.Text;

namespace CourseKit.Autograd;

/// <summary>A tensor as text, long axes cut in the middle.</summary>
internal static class TensorText
{
    /// <summary>Of an axis longer than this, the ends are shown.</summary>
    private const int Longest = 6;
    private const int Ends = 3;

    /// <summary>On one line.</summary>
    public static string Of(Tensor tensor) => $"{Kind(tensor)} {Values(tensor, rowsApart: false)}";

    /// <summary>What it is on the first line, then each row on its own.</summary>
    public static string Lines(Tensor tensor) => tensor.Rank < 2 ? Of(tensor) : $"{Kind(tensor)}\n{Values(tensor, rowsApart: true)}";

    /// <summary>Shape and precision.</summary>
    public static string Kind(Tensor tensor) => tensor.Shape + (tensor.DType == DType.Float32 ? " float32" : " float64");

    public static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>The indices of an axis that are shown; null stands for those that are not.</summary>
    public static IEnumerable<int?> Shown(int length) => length <= Longest
        ? Enumerable.Range(0, length).Select(i => (int?)i)
        : [.. Enumerable.Range(0, Ends), null, .. Enumerable.Range(length - Ends, Ends)];

    private static string Values(Tensor tensor, bool rowsApart)
    {
        var text = new StringBuilder();
        Append(axis: 0, place: 0);
        return text.ToString();

        void Append(int axis, int place)
        {
            if (axis == tensor.Rank)
            {
                text.Append(Number(tensor.ValueAt(place)));
                return;
            }
            var between = rowsApart && axis < tensor.Rank - 1 ? $",\n{new string(' ', axis + 1)}" : ", ";
            text.Append('[');
            foreach (var index in Shown(tensor.Shape[axis]))
            {
                text.Append(index is null or > 0 ? between : "");
                if (index is { } i)
                    Append(axis + 1, (place * tensor.Shape[axis]) + i);
                else
                    text.Append('…');
            }
            text.Append(']');
        }
    }
}
