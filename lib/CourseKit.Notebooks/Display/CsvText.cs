using System.Collections;

namespace CourseKit.Notebooks.Display;

/// <summary>A sequence of objects as comma-separated values (RFC 4180, but lines end in LF): a header of member names, then a line for each.</summary>
internal static class CsvText
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(",\"\n\r");

    /// <summary>Null for what is no sequence of objects.</summary>
    public static string? Of(object? value)
    {
        if (value is null or string || value is not IEnumerable sequence)
            return null;
        using var writer = FormattedText.NewWriter();
        var first = true;
        foreach (var element in sequence)
        {
            var members = Columns(element).ToList();
            if (first)
                writer.WriteLine(string.Join(',', members.Select(member => Field(member.Name))));
            first = false;
            writer.WriteLine(string.Join(',', members.Select(member => Field(Cell(member.Value)))));
        }
        if (first)
            writer.WriteLine();
        return writer.ToString();
    }

    /// <summary>The members of an object; a scalar is its own only one.</summary>
    public static IEnumerable<(string Name, object? Value)> Columns(object? element) =>
        Scalars.Text(element) is null ? ValueMembers.Of(element!) : [("value", element)];

    private static string Cell(object? value) => value is null ? "" : Scalars.Text(value) ?? Summaries.Of(value);

    private static string Field(string text) => text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
