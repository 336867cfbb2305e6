using CourseKit.Notebooks.Sessions.Cells;
using CourseKit.Notebooks.Sessions.Magics;

namespace CourseKit.Notebooks.Sessions.Insight.Completion;

/// <summary>What may stand on a line that begins with <c>#</c>: commands, the languages of sections, references.</summary>
internal static class MagicCompletions
{
    private const string Kind = "magic";

    private static readonly (string Text, string Meaning)[] Lines =
    [
        .. MagicTable.All.Select(magic => (magic.Name, magic.Description)),
        .. SectionKernels.Names.Where(name => name != "value").Select(name => ($"#!{name}", $"begins a section in {name}")),
        ("#r", "refers to a dll, #r \"path.dll\", or to a package, #r \"nuget:Name, 1.2.3\""),
        ("#i", "adds a feed of packages, #i \"nuget:https://…\""),
        ("#load", "runs a script, #load \"file.csx\""),
    ];

    /// <param name="code">The cell.</param>
    /// <param name="start">Where the line begins.</param>
    /// <param name="position">Where somebody writes.</param>
    public static CodeCompletions Of(string code, int start, int position)
    {
        var written = code[start..position];
        var wordStart = written.LastIndexOfAny([' ', '\t']) + 1;
        var word = written[wordStart..];
        IEnumerable<CompletionItem> items = wordStart == 0
            ? Lines.Select(line => new CompletionItem(line.Text, Kind, line.Meaning))
            : MagicTable.TryFind(MagicLine.NameOf(written), out var magic) && (word.Length == 0 || word.StartsWith('-'))
                ? magic.Parameters.Concat(magic.Flags).Where(name => !written.Contains($" {name} ", StringComparison.Ordinal))
                    .Select(name => new CompletionItem(name, Kind, null))
                : [];
        var meant = items.Where(item => item.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase)).OrderBy(item => item.Text, StringComparer.Ordinal);
        return new CodeCompletions([.. meant], start + wordStart, position);
    }

    /// <summary>What the command on a line does; null for one that is unknown.</summary>
    public static CodeInspection? Describe(string code, int start)
    {
        var line = code[start..].Split('\n')[0];
        var name = MagicLine.NameOf(line);
        if (MagicTable.TryFind(name, out var magic))
            return new CodeInspection(Usage(magic), magic.Description);
        return Lines.FirstOrDefault(known => known.Text == name) is { Text: not null } found ? new CodeInspection(found.Text, found.Meaning) : null;
    }

    private static string Usage(Magic magic) => string.Join(' ',
    [
        magic.Name,
        .. magic.Parameters.Select(parameter => magic.Required.Contains(parameter) ? $"{parameter} …" : $"[{parameter} …]"),
        .. magic.Flags.Select(flag => $"[{flag}]"),
    ]);
}
