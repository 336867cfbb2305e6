using CourseKit.Notebooks.Display;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions.Cells;

namespace CourseKit.Notebooks.Sessions.Magics;

/// <summary><c>#!value --name n [--mime-type m]</c>: keeps the text below it, or that of a file or another value, under a name, and shows it.</summary>
internal static class ValueMagic
{
    private const string NameParameter = "--name";
    private const string MimeParameter = "--mime-type";
    private const string FileParameter = "--from-file";
    private const string UrlParameter = "--from-url";
    private const string ValueParameter = "--from-value";
    private const string Kernel = "value";

    public static Magic Magic { get; } = new()
    {
        Name = "#!value",
        Description = "keeps a text under a name",
        Parameters = [NameParameter, MimeParameter, FileParameter, UrlParameter, ValueParameter],
        Kernel = Kernel,
        Prepare = Prepare,
    };

    private static Action Prepare(MagicLine line, MagicContext context)
    {
        if (line.Value(UrlParameter) is not null)
            throw CellRefusal.Unsupported(context.Request, line.Number, "#!value --from-url: nothing is downloaded unasked. Put the text into a file, and take it from there with --from-file.");
        if (line.Value(NameParameter) is not { } name)
            return () => { };
        var mimeType = line.Value(MimeParameter)?.Text;
        return () =>
        {
            var value = Text(line, context, mimeType);
            context.Stored[name.Text] = value;
            MagicContext.Show(MimeBundle.Of((value.MimeType, value.Text)));
        };
    }

    private static StoredValue Text(MagicLine line, MagicContext context, string? mimeType)
    {
        if (line.Value(FileParameter) is { } file)
            return new StoredValue(File.ReadAllText(file.Text), mimeType ?? (file.Text.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? "application/json" : "text/plain"));
        if (line.Value(ValueParameter) is not { } from)
            return new StoredValue(context.Section.Text, mimeType ?? "text/plain");
        var parts = from.Text.TrimStart('@').Split(':', 2);
        var value = context.Find(parts[0], parts[^1], line, from.Column);
        return new StoredValue(ValueFormatter.Text(value, mimeType ?? "application/json"), mimeType ?? "application/json");
    }
}
