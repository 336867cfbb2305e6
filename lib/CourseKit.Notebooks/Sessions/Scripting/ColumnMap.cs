namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>The way back from columns of the compiled code to the author's: what was inserted ends no line, so lines stay what they are.</summary>
/// <param name="Insertions">In the order of the code.</param>
internal sealed record ColumnMap(IReadOnlyList<Insertion> Insertions)
{
    /// <summary>The author's column for a place in the compiled code; inside an insertion, that of the author's next word. From one, as the place.</summary>
    public int Original(int line, int column)
    {
        var shift = 0;
        foreach (var insertion in Insertions.Where(insertion => insertion.Line == line && insertion.Column <= column))
        {
            if (column < insertion.Column + insertion.Length)
                return insertion.NextWord;
            shift += insertion.Length;
        }
        return column - shift;
    }
}

/// <summary>A piece of code that no author wrote.</summary>
/// <param name="Line">Where it begins in the compiled code, as <paramref name="Column"/>, from one.</param>
/// <param name="Column">See <paramref name="Line"/>.</param>
/// <param name="Length">Its length in characters.</param>
/// <param name="NextWord">The author's column of the word behind it.</param>
internal sealed record Insertion(int Line, int Column, int Length, int NextWord);
