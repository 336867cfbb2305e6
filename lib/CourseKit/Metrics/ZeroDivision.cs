namespace CourseKit.Metrics;

/// <summary>What a score is when its denominator is 0, such as the precision of a class that was never predicted.</summary>
public enum ZeroDivision
{
    /// <summary>0, and a report says so among its <see cref="ClassificationReport.Warnings"/>. The default.</summary>
    Warn,

    /// <summary>0, without a word.</summary>
    Zero,

    /// <summary>1, without a word.</summary>
    One,
}
