using CourseKit.Notebooks.Sessions.Cells;

namespace CourseKit.Notebooks.Sessions.Magics;

/// <summary>A magic command.</summary>
internal sealed class Magic
{
    /// <summary>With its <c>#!</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, for people.</summary>
    public required string Description { get; init; }

    /// <summary>
    /// Gets it ready when its section begins, before any code of the section runs: values are looked up then. What it returns is done at its place.
    /// </summary>
    public required Func<MagicLine, MagicContext, Action> Prepare { get; init; }

    /// <summary>Parameters with a value.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>Those of them that must be there.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>The one of them that may stand without its name.</summary>
    public string? Positional { get; init; }

    /// <summary>Parameters without a value.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>The language of the lines that follow it; null if that does not change.</summary>
    public string? Kernel { get; init; }

    /// <summary>Reads a line that begins with its name.</summary>
    /// <exception cref="CellRefusal">A parameter is missing, or is none of its own.</exception>
    public MagicLine Read(CellRequest request, string text, int number)
    {
        var line = new MagicLine(text, number, Flags);
        string[] known = [.. Parameters, .. Flags];
        if (line.Parameters.FirstOrDefault(parameter => !known.Contains(parameter.Text)) is { } unknown && known.Length > 0)
            throw CellRefusal.Of(request, (number, unknown.Column), "DNI103", $"Unrecognized parameter name '{unknown.Text}'", $"{Name} knows: {string.Join(", ", known)}.");
        if (Required.FirstOrDefault(parameter => line.Value(parameter, parameter == Positional) is null) is { } missing)
            throw CellRefusal.Of(request, (number, 1), "DNI104", $"Missing required parameter '{missing}'", $"Write {Name} {string.Join(' ', Required.Select(name => $"{name} …"))}");
        return line;
    }
}
