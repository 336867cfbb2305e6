namespace CourseKit.Metrics;

/// <summary>How the scores of several classes become one number.</summary>
public enum Average
{
    /// <summary>Count hits and misses over all classes, then score once; over all classes this is the accuracy.</summary>
    Micro,

    /// <summary>The plain mean of the classes' scores: a rare class counts as much as a frequent one.</summary>
    Macro,

    /// <summary>The mean of the classes' scores, each weighted by how many true samples the class has.</summary>
    Weighted,
}
