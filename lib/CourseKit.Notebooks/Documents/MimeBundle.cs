namespace CourseKit.Notebooks.Documents;

/// <summary>One value in several representations: MIME type → text, in the order of the sender's preference.</summary>
/// <remarks>
/// Text types hold their text as it is, JSON types (<see cref="IsJson"/>) their JSON text, pictures such as <c>image/png</c> base64.
/// </remarks>
public sealed class MimeBundle : TextMap
{
    /// <param name="entries">MIME type and its text.</param>
    public MimeBundle(IEnumerable<KeyValuePair<string, string>> entries)
        : base(entries)
    {
    }

    /// <summary>The bundle that represents nothing.</summary>
    public static MimeBundle Empty { get; } = new([]);

    /// <summary>A bundle of the given representations: <c>MimeBundle.Of(("image/png", base64), ("text/plain", "7"))</c>.</summary>
    public static MimeBundle Of(params ReadOnlySpan<(string Mime, string Text)> entries)
    {
        var pairs = new List<KeyValuePair<string, string>>(entries.Length);
        foreach (var (mime, text) in entries)
            pairs.Add(KeyValuePair.Create(mime, text));
        return new MimeBundle(pairs);
    }

    /// <summary>This bundle with one more representation, or with that representation replaced in its place.</summary>
    public MimeBundle With(string mime, string text) => new(this.Append(KeyValuePair.Create(mime, text)));

    /// <summary>Whether data of this MIME type is JSON: <c>application/json</c> and every <c>…+json</c>, as nbformat has it.</summary>
    public static bool IsJson(string mime) => mime == "application/json" || mime.EndsWith("+json", StringComparison.Ordinal);
}
