using Microsoft.CodeAnalysis.Text;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>A place in code, line and column counted from one.</summary>
internal readonly record struct CodePlace(int Line, int Column)
{
    /// <summary>The same place as the compiler counts it, from zero.</summary>
    public static CodePlace Of(LinePosition position) => new(position.Line + 1, position.Character + 1);
}
