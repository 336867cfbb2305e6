using System.Text;

namespace CourseKit.Autograd;

/// <summary>A tensor as one line of text, long axes cut in the middle.</summary>
internal static class TensorText
{
    /// <summary>Of an axis longer than this, the ends are shown.</summary>
    private const int Longest = 6;
    private const int Ends = 3;

    public static string Of(Tensor tensor)
    {
        var text = new StringBuilder();
        text.Append(tensor.Shape).Append(tensor.DType == DType.Float32 ? " float32 " : " float64 ");
        Append(text, tensor, axis: 0, place: 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Tensor tensor, int axis, int place)
    {
        if (axis == tensor.Rank)
        {
            text.Append(tensor.ValueAt(place).ToString("G6", CultureInfo.InvariantCulture));
            return;
        }
        var length = tensor.Shape[axis];
        text.Append('[');
        for (var i = 0; i < length; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            if (length > Longest && i == Ends)
            {
                text.Append("…, ");
                i = length - Ends;
            }
            Append(text, tensor, axis + 1, (place * length) + i);
        }
        text.Append(']');
    }
}
