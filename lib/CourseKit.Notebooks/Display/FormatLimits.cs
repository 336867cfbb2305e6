namespace CourseKit.Notebooks.Display;

/// <summary>How far values are taken apart. Notebooks may change the first two.</summary>
internal static class FormatLimits
{
    /// <summary>Elements shown of a sequence. Default 20.</summary>
    public static int Elements { get; set; } = 20;

    /// <summary>Objects within objects that are taken apart. Default 6.</summary>
    public static int Depth { get; set; } = 6;

    /// <summary>Characters of text after which nothing more is taken apart: some objects reach half the runtime.</summary>
    public const int LongestText = 20_000;

    /// <summary>The same for HTML.</summary>
    public const int LongestHtml = 200_000;

    public static void Reset() => (Elements, Depth) = (20, 6);
}
