namespace CourseKit.Display;

/// <summary>Makes the formatters of every <see cref="RichView"/>; found by .NET Interactive through reflection.</summary>
internal sealed class RichViewFormatters
{
    /// <summary>One formatter for each MIME type that any view may offer.</summary>
    public static IEnumerable<object> CreateTypeFormatters() => MimeTypes.All.Select(mime => new RichViewFormatter(mime));
}

/// <summary>Writes one MIME type of a <see cref="RichView"/>; the member names are the convention.</summary>
internal sealed class RichViewFormatter(string mimeType)
{
    public string MimeType { get; } = mimeType;

    /// <summary>Writes the value and says true, or writes nothing and says false where the view has no such form.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not RichView view || !view.ToMimeBundle().TryGetValue(MimeType, out var content))
            return false;
        writer.Write(content);
        return true;
    }
}
