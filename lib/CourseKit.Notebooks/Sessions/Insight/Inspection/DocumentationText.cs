using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CourseKit.Notebooks.Sessions.Insight.Inspection;

/// <summary>XML documentation as plain text.</summary>
internal static partial class DocumentationText
{
    /// <summary>Summary, parameters, result, exceptions, remarks: what is there of them. Null for nothing.</summary>
    public static string? Of(XElement member)
    {
        string?[] parts =
        [
            Section(member, "summary", ""),
            Named(member, "Type parameters", "typeparam", part => (string?)part.Attribute("name")),
            Named(member, "Parameters", "param", part => (string?)part.Attribute("name")),
            Section(member, "returns", "Returns: "),
            Section(member, "value", "Value: "),
            Named(member, "Exceptions", "exception", part => Name((string?)part.Attribute("cref"))),
            Section(member, "remarks", "Remarks: "),
        ];
        var text = string.Join("\n\n", parts.Where(part => !string.IsNullOrEmpty(part)));
        return text.Length == 0 ? null : text;
    }

    /// <summary>The text within an element: blanks as in a browser, references by their last name.</summary>
    public static string Inline(XElement element) =>
        ManyBreaks().Replace(BlanksAtBreak().Replace(string.Concat(element.Nodes().Select(Inline)), "\n"), "\n\n").Trim();

    private static string? Section(XElement member, string tag, string title) =>
        member.Element(tag) is { } section && Inline(section) is { Length: > 0 } text ? title + text : null;

    private static string? Named(XElement member, string title, string tag, Func<XElement, string?> name)
    {
        var lines = member.Elements(tag).Select(part => $"  {name(part)}: {Inline(part).Replace("\n", "\n    ", StringComparison.Ordinal)}").ToList();
        return lines.Count == 0 ? null : $"{title}:\n{string.Join('\n', lines)}";
    }

    private static string Inline(XNode node) => node switch
    {
        XElement element => element.Name.LocalName switch
        {
            "see" or "seealso" => element.Value.Length > 0 ? Inline(element)
                : (string?)element.Attribute("langword") ?? (string?)element.Attribute("href") ?? Name((string?)element.Attribute("cref")),
            "paramref" or "typeparamref" => (string?)element.Attribute("name") ?? "",
            "para" => $"\n\n{Inline(element)}\n\n",
            "br" => "\n",
            "code" => $"\n{Indented(element.Value)}\n",
            "item" => $"\n- {string.Join(": ", element.Elements().Select(Inline).DefaultIfEmpty(element.Value.Trim()))}",
            "list" => $"{string.Concat(element.Elements("item").Select(item => Inline((XNode)item)))}\n",
            _ => string.Concat(element.Nodes().Select(Inline)),
        },
        XText text => Blanks().Replace(text.Value, " "),
        _ => "",
    };

    /// <summary>With four blanks more than the outermost line has, whatever the file has them at.</summary>
    private static string Indented(string code)
    {
        var lines = code.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => line.TrimEnd()).SkipWhile(line => line.Length == 0).ToList();
        var outermost = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select(line => line.Length == 0 ? "" : "    " + line[outermost..]));
    }

    /// <summary><c>M:System.Console.WriteLine(System.String)</c> is <c>WriteLine</c>; a constructor has its type's name.</summary>
    private static string Name(string? reference)
    {
        if (string.IsNullOrEmpty(reference))
            return "";
        var path = Arity().Replace(reference.Split('(')[0], "").Split('.', ':');
        return path[^1] == "#ctor" && path.Length > 1 ? path[^2] : path[^1];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"``?\d+")]
    private static partial Regex Arity();

    /// <summary>Blanks at the end of a line, or one at the beginning of the next; code keeps its four.</summary>
    [GeneratedRegex(@"[ ]*\n(?:[ ](?![ ]))?")]
    private static partial Regex BlanksAtBreak();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyBreaks();
}
