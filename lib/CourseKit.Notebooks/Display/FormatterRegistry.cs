namespace CourseKit.Notebooks.Display;

/// <summary>What a notebook itself says of how types are shown; it goes before what the types say. Thread-safe.</summary>
internal static class FormatterRegistry
{
    private const string Html = "text/html";
    private static readonly Lock Gate = new();
    private static readonly List<(Type Type, string MimeType, Func<object, TextWriter, bool> Format)> Formatters = [];
    private static readonly List<(Type Type, IReadOnlyList<string> MimeTypes)> Preferences = [];

    /// <summary>What values are shown as that nothing else is said of.</summary>
    public static string DefaultMimeType { get; set; } = Html;

    /// <summary>Adds a formatter for a type, those derived from it, and those made from it if it is generic. A later one goes before an earlier one.</summary>
    public static void Register(Type type, string mimeType, Func<object, TextWriter, bool> format)
    {
        lock (Gate)
            Formatters.Insert(0, (type, mimeType, format));
    }

    public static void Prefer(Type type, IReadOnlyList<string> mimeTypes)
    {
        lock (Gate)
            Preferences.Insert(0, (type, mimeTypes));
    }

    /// <summary>The MIME types that the notebook wants a type shown as; null if it said nothing.</summary>
    public static IReadOnlyList<string>? Preferred(Type type)
    {
        lock (Gate)
            return Best(Preferences.Where(preference => Applies(preference.Type, type)), preference => preference.Type).MimeTypes;
    }

    /// <summary>Whether the notebook has a formatter of its own for a type.</summary>
    public static bool Knows(Type type)
    {
        lock (Gate)
            return Formatters.Exists(formatter => Applies(formatter.Type, type));
    }

    /// <summary>The value as the notebook's own formatter writes it; null if it has none that takes it.</summary>
    public static string? Text(object value, string mimeType)
    {
        List<(Type Type, string MimeType, Func<object, TextWriter, bool> Format)> fitting;
        lock (Gate)
            fitting = Formatters.FindAll(formatter => formatter.MimeType == mimeType && Applies(formatter.Type, value.GetType()));
        while (fitting.Count > 0)
        {
            var best = Best(fitting, formatter => formatter.Type);
            using var writer = FormattedText.NewWriter();
            if (best.Format(value, writer))
                return writer.ToString();
            fitting.Remove(best);
        }
        return null;
    }

    public static void Reset()
    {
        lock (Gate)
        {
            Formatters.Clear();
            Preferences.Clear();
        }
        DefaultMimeType = Html;
        FormatLimits.Reset();
    }

    /// <summary>The entry of the most derived type; of several, the first.</summary>
    private static T? Best<T>(IEnumerable<T> entries, Func<T, Type> type)
    {
        var best = default(T);
        var first = true;
        foreach (var entry in entries)
        {
            if (first || type(best!) != type(entry) && type(best!).IsAssignableFrom(type(entry)))
                best = entry;
            first = false;
        }
        return best;
    }

    private static bool Applies(Type registered, Type shown)
    {
        if (registered.IsAssignableFrom(shown))
            return true;
        if (!registered.IsGenericTypeDefinition)
            return false;
        for (var type = shown; type is not null; type = type.BaseType)
            if (type.IsGenericType && type.GetGenericTypeDefinition() == registered)
                return true;
        return Array.Exists(shown.GetInterfaces(), type => type.IsGenericType && type.GetGenericTypeDefinition() == registered);
    }
}
