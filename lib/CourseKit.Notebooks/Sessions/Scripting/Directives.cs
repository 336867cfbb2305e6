namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>Lines that are not C#: magic commands and package references. They begin in the first column and count even inside strings and comments.</summary>
internal static class Directives
{
    private static readonly string[] OwnKernel = ["#!csharp", "#!c#", "#!C#", "#!cs"];

    /// <summary>The code with its own kernel's name blanked out, or why it cannot run.</summary>
    public static (string Code, CellError? Error) Read(CellRequest request)
    {
        var lines = request.Code.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index].TrimEnd('\r');
            if (OwnKernel.Contains(line, StringComparer.Ordinal))
                lines[index] = "";
            else if (Refusal(line) is { } refusal)
                return (request.Code, Error(request, index + 1, line, refusal));
        }
        return (string.Join('\n', lines), null);
    }

    private static string? Refusal(string line)
    {
        if (line.StartsWith("#!", StringComparison.Ordinal))
            return $"{line.Split(' ', '\t')[0]}: a C# cell is required; magic commands are not supported. Remove the line.";
        if (line.StartsWith("#i", StringComparison.Ordinal) && Quoted(line, 2) is { } source)
            return $"#i \"{source}\": packages are not supported yet. Refer to a dll instead: #r \"path/to/it.dll\".";
        if (line.StartsWith("#r", StringComparison.Ordinal) && Quoted(line, 2) is { } reference && IsPackage(reference))
            return $"#r \"{reference}\": packages are not supported yet. Refer to a dll instead: #r \"path/to/it.dll\".";
        return null;
    }

    private static bool IsPackage(string reference) => reference.TrimStart().StartsWith("nuget:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The quoted word that follows; null if something else does.</summary>
    private static string? Quoted(string line, int start)
    {
        var rest = line[start..].TrimStart();
        var end = rest.IndexOf('"', Math.Min(1, rest.Length));
        return rest.StartsWith('"') && end > 0 ? rest[1..end] : null;
    }

    private static CellError Error(CellRequest request, int line, string text, string message) => new()
    {
        Kind = CellErrorKind.Unsupported,
        Message = message,
        Position = CellSource.Position(request, line, 1),
        SourceLine = text,
    };
}
