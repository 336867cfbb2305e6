using System.Globalization;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>What the compiler is given of a cell.</summary>
/// <param name="Name">The notebook and the cell's number: <c>lesson.dib#3</c>.</param>
/// <param name="Text">C# code, with the lines and columns of the cell's.</param>
/// <param name="Given">The variables that are set from outside.</param>
internal sealed record CellCode(string Name, string Text, IReadOnlyList<string> Given)
{
    /// <param name="request">The cell.</param>
    /// <param name="text">Its code, which may differ from the request's in blanked lines.</param>
    public static CellCode Of(CellRequest request, string text) => new(
        string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(request.Path) ?? "notebook"}#{request.CellNumber}"), text, [.. request.Parameters?.Keys ?? []]);
}
