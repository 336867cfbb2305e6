using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions.Cells;
using CourseKit.Notebooks.Sessions.Output;
using CourseKit.Notebooks.Sessions.Scripting;

namespace CourseKit.Notebooks.Sessions.Magics;

/// <summary>What a magic command may do with the cell it stands in and with its session.</summary>
internal sealed class MagicContext
{
    private const string From = "value";

    /// <summary>The cell.</summary>
    public required CellRequest Request { get; init; }

    /// <summary>The part of it.</summary>
    public required CellSection Section { get; init; }

    /// <summary>The notebook's C#.</summary>
    public required ScriptChain Script { get; init; }

    /// <summary>What <c>#!value</c> keeps.</summary>
    public required IDictionary<string, StoredValue> Stored { get; init; }

    /// <summary>Runs another file as part of this cell.</summary>
    public required Action<string, MagicLine> Import { get; init; }

    /// <summary>Cancelled when the cell is to stop.</summary>
    public required CancellationToken Stop { get; init; }

    /// <summary>Done when the whole cell has succeeded, once for each name.</summary>
    public required IDictionary<string, Action> Afterwards { get; init; }

    public static void Show(MimeBundle bundle) => DisplayBridge.Display.Show(bundle);

    /// <summary>Values go into variables of C# only.</summary>
    public void RequireCSharp(MagicLine line)
    {
        if (Section.Kernel != SectionKernels.CSharp)
            throw CellRefusal.Unsupported(Request, line.Number, $"{line.Name}: a C# section is required; this one is {Section.Kernel}. Move it below #!csharp.");
    }

    /// <summary>A value of C# or one that <c>#!value</c> keeps, by the name of its kernel.</summary>
    /// <exception cref="CellRefusal">There is none of that name.</exception>
    public object? Find(string kernel, string name, MagicLine line, int column)
    {
        if (kernel == From && Stored.TryGetValue(name, out var stored))
            return stored.AsValue();
        if (SectionKernels.TryResolve(kernel, out var own) && own == SectionKernels.CSharp && Script.TryGet(name, out var value))
            return value;
        IEnumerable<string> known = kernel == From ? Stored.Keys : Script.Variables.Select(variable => variable.Name);
        throw CellRefusal.Of(Request, (line.Number, column), "DNI202", $"Value '{name}' not found in kernel {kernel}",
            $"{(NearestName.Of(name, known) is { } nearest ? $"Did you mean {nearest}? " : "")}Values are looked up before the cell's own code runs.");
    }

    /// <summary>Sees to it that a name can be a variable's.</summary>
    public string VariableName(MagicWord name, MagicLine line) => ScriptChain.IsVariableName(name.Text)
        ? name.Text
        : throw CellRefusal.Unsupported(Request, line.Number, $"{line.Name}: a name that a C# variable can have is required; received \"{name.Text}\".");
}

/// <summary>A text with its MIME type, as <c>#!value</c> keeps it.</summary>
internal sealed record StoredValue(string Text, string MimeType)
{
    /// <summary>JSON as a document, anything else as a text.</summary>
    public object AsValue() => MimeType == "application/json" ? System.Text.Json.JsonDocument.Parse(Text) : Text;
}
