namespace CourseKit.Kernel.Messages;

/// <summary>Jupyter counts characters in code points, .NET in UTF-16 units: an emoji is one there and two here.</summary>
internal static class CodePoints
{
    /// <summary>The index within <paramref name="text"/> of so many code points; its end where it has fewer.</summary>
    public static int ToIndex(string text, int count)
    {
        var index = 0;
        for (var left = count; left > 0 && index < text.Length; left--)
            index += IsPair(text, index) ? 2 : 1;
        return index;
    }

    /// <summary>How many code points stand before <paramref name="index"/>.</summary>
    public static int Before(string text, int index)
    {
        var count = 0;
        for (var at = 0; at < index && at < text.Length; count++)
            at += IsPair(text, at) ? 2 : 1;
        return count;
    }

    private static bool IsPair(string text, int index) => index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
}
