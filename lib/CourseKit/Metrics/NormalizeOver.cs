namespace CourseKit.Metrics;

/// <summary>What the entries of a <see cref="ConfusionMatrix"/> are divided by.</summary>
public enum NormalizeOver
{
    /// <summary>Its row: of the samples of a class, the share predicted as each. The diagonal is the recall.</summary>
    True,

    /// <summary>Its column: of the samples predicted as a class, the share of each. The diagonal is the precision.</summary>
    Predicted,

    /// <summary>All counts.</summary>
    All,
}
