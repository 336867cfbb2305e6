namespace CourseKit.Notebooks.Running;

/// <summary>How much of what cells put out is kept: text beyond it is cut in the middle, with a note of how much; pictures are whole or not there.</summary>
public sealed record OutputLimits
{
    /// <summary>Characters of text that a cell keeps. Default a million.</summary>
    public int CellText { get; init; } = 1_000_000;

    /// <summary>Characters of text that a notebook keeps; where they are used up each further cell keeps ten thousand. Default ten million.</summary>
    public int NotebookText { get; init; } = 10_000_000;

    /// <summary>Characters of pictures (SVG, base64, figures with their data) that a cell keeps. Default 64 million.</summary>
    public int CellPictures { get; init; } = 64_000_000;
}
