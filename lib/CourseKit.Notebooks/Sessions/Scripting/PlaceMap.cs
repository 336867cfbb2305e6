namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>The way back from places in the compiled code to the author's: what was inserted ends no line, so that only columns have moved.</summary>
/// <param name="Insertions">In the order of the code.</param>
internal sealed record PlaceMap(IReadOnlyList<Insertion> Insertions)
{
    /// <summary>The author's place; inside an insertion, that of the author's next word.</summary>
    public CodePlace Original(CodePlace place)
    {
        var shift = 0;
        foreach (var insertion in Insertions.Where(insertion => insertion.Start.Line == place.Line && insertion.Start.Column <= place.Column))
        {
            if (place.Column < insertion.Start.Column + insertion.Length)
                return insertion.NextWord;
            shift += insertion.Length;
        }
        return place with { Column = place.Column - shift };
    }
}

/// <summary>A piece of code that no author wrote.</summary>
/// <param name="Start">Where it begins in the compiled code.</param>
/// <param name="Length">Its length in characters.</param>
/// <param name="NextWord">The author's place of the word behind it.</param>
internal sealed record Insertion(CodePlace Start, int Length, CodePlace NextWord);
