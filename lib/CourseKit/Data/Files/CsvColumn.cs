namespace CourseKit.Data.Files;

/// <summary>What the texts of a column are: numbers, labels or just text.</summary>
internal static class CsvColumn
{
    /// <summary>long, double or string: the narrowest that all non-empty texts fit.</summary>
    public static Type TypeOf(IEnumerable<string> texts)
    {
        var type = typeof(long);
        var any = false;
        foreach (var text in texts.Where(text => text.Length > 0))
        {
            any = true;
            if (type == typeof(long) && !IsWhole(text))
                type = typeof(double);
            if (type == typeof(double) && !CsvNumber.TryParse(text, out _))
                return typeof(string);
        }
        return any ? type : typeof(string);
    }

    /// <summary>A cell in its column's type; null if it is empty.</summary>
    public static object? Parse(string text, Type type)
    {
        if (text.Length == 0)
            return null;
        if (type == typeof(long))
            return long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return type == typeof(double) ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : text;
    }

    /// <summary>The distinct labels in order, and the place of each label among them.</summary>
    public static (string[] Classes, int[] Y) Encode(IReadOnlyList<string> labels)
    {
        var distinct = labels.Distinct(StringComparer.Ordinal);
        string[] classes = TypeOf(labels) == typeof(long) && labels.All(label => label.Length > 0)
            ? [.. distinct.OrderBy(label => long.Parse(label, CultureInfo.InvariantCulture))]
            : [.. distinct.Order(StringComparer.Ordinal)];
        var place = classes.Index().ToDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);
        return (classes, [.. labels.Select(label => place[label])]);
    }

    private static bool IsWhole(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
