using System.Collections;

namespace CourseKit.Notebooks.Display;

/// <summary>Any value on one line: what stands above its members, and in place of them where they are too deep.</summary>
internal static class Summaries
{
    private const int Longest = 300;

    public static string Of(object? value)
    {
        var text = Text(value, depth: 0).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return text.Length > Longest ? string.Concat(text.AsSpan(0, Longest), "...") : text;
    }

    /// <summary>Not every ToString works.</summary>
    public static string Said(object value)
    {
        try
        {
            return value.ToString() ?? "";
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return error.ToString();
        }
    }

    private static string Text(object? value, int depth)
    {
        if (value is not Exception && Scalars.Text(value) is { } scalar)
            return scalar;
        if (value is not IEnumerable sequence || OwnToString(value.GetType()) || depth >= FormatLimits.Depth)
            return Said(value!);
        var (elements, more) = Sequences.Take(sequence);
        return $"[ {string.Join(", ", elements.Select(element => Text(element, depth + 1)))}{more} ]";
    }

    private static bool OwnToString(Type type) =>
        type.GetMethod("ToString", Type.EmptyTypes)?.DeclaringType is var declaring && declaring != typeof(object) && declaring != typeof(ValueType);
}
