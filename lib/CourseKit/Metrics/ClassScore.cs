namespace CourseKit.Metrics;

/// <summary>One line of a <see cref="ClassificationReport"/>: a class, or an average over classes.</summary>
/// <param name="Name">The class's name, or <c>micro avg</c>, <c>macro avg</c>, <c>weighted avg</c>.</param>
/// <param name="Precision">Of the samples predicted as this class, the share that belongs to it: tp / (tp + fp), 0 to 1.</param>
/// <param name="Recall">Of the samples of this class, the share that was found: tp / (tp + fn), 0 to 1.</param>
/// <param name="F1">The harmonic mean of both, 2·P·R / (P + R), 0 to 1.</param>
/// <param name="Support">How many true samples the class has.</param>
public sealed record ClassScore(string Name, double Precision, double Recall, double F1, int Support);
