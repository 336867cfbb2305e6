using CourseKit.Display;

namespace CourseKit.Metrics;

/// <summary>Precision, recall, F1 and support of every class, and their averages.</summary>
/// <remarks>
/// <see cref="Text"/> is scikit-learn's, character for character. The numbers are computed in scikit-learn 1.2's order of operations and
/// agree with it to the last bit.
/// </remarks>
public sealed class ClassificationReport : RichView
{
    private ClassificationReport(ClassCounts counts, string[] classNames, bool isComplete, IReadOnlyList<string>? targetNames,
        ZeroDivision zeroDivision)
    {
        TargetNames = targetNames ?? classNames;
        Rows = counts.Scores(TargetNames, zeroDivision);
        MicroAverage = counts.Average(Average.Micro, zeroDivision);
        MacroAverage = counts.Average(Average.Macro, zeroDivision);
        WeightedAverage = counts.Average(Average.Weighted, zeroDivision);
        Accuracy = isComplete ? MicroAverage.Precision : null;
        Support = counts.Support;
        NothingIsRight = counts.NothingIsRight;
        Warnings = [.. NameWarnings(counts.Count, TargetNames.Count), .. zeroDivision == ZeroDivision.Warn ? ScoreWarnings(counts) : []];
    }

    /// <summary>The classes in their order, one row each.</summary>
    public IReadOnlyList<ClassScore> Rows { get; }

    /// <summary>The share of right predictions, 0 to 1; null if only some of the classes that occur were asked for.</summary>
    public double? Accuracy { get; }

    /// <summary>Scores of the hits and misses of all classes together.</summary>
    public ClassScore MicroAverage { get; }

    /// <summary>The plain mean over the classes.</summary>
    public ClassScore MacroAverage { get; }

    /// <summary>The mean over the classes, weighted by support.</summary>
    public ClassScore WeightedAverage { get; }

    /// <summary>How many true samples the classes have together.</summary>
    public int Support { get; }

    /// <summary>Digits after the point in <see cref="Text"/>.</summary>
    public int Digits { get; private init; }

    /// <summary>What scikit-learn warns of, each sentence once: scores without a denominator, names that do not fit the labels.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>scikit-learn's report, its last line break included.</summary>
    public string Text => new ReportText(this).Text();

    /// <summary>The row of a class by its name.</summary>
    /// <exception cref="ArgumentException">There is no such row.</exception>
    public ClassScore this[string name] => Rows.FirstOrDefault(row => row.Name == name) ??
        throw new ArgumentException($"ClassificationReport: no row \"{name}\". Rows: {Labels.List([.. Rows.Select(row => row.Name)])}.");

    internal IReadOnlyList<string> TargetNames { get; }

    internal bool NothingIsRight { get; }

    /// <summary>Scores predictions class by class.</summary>
    /// <param name="yTrue">True labels, (n).</param>
    /// <param name="yPred">Predicted labels, (n).</param>
    /// <param name="labels">The classes to show, in this order; all that occur, ascending, if null.</param>
    /// <param name="targetNames">Names of the classes in the same order; the labels themselves if null.</param>
    /// <param name="digits">Digits after the point, 0 or more; 2 if nothing is said.</param>
    /// <param name="zeroDivision">What a score without a denominator is, such as the precision of a class never predicted.</param>
    /// <typeparam name="T">Type of a label: a number, a string, an enum.</typeparam>
    /// <exception cref="ArgumentException">
    /// The lengths differ, there is no sample, <paramref name="labels"/> is empty, <paramref name="digits"/> is negative, or there are not
    /// as many names as classes. (With <paramref name="labels"/> given the last is a warning, as in scikit-learn: the shorter list rules.)
    /// </exception>
    public static ClassificationReport Of<T>(IReadOnlyList<T> yTrue, IReadOnlyList<T> yPred, IReadOnlyList<T>? labels = null,
        IReadOnlyList<string>? targetNames = null, int digits = 2, ZeroDivision zeroDivision = ZeroDivision.Warn) where T : notnull
    {
        if (digits < 0)
            throw new ArgumentOutOfRangeException(nameof(digits), $"ClassificationReport: digits must be 0 or more; received {digits}.");
        var choice = ClassChoice.Of("ClassificationReport", yTrue, yPred, labels);
        if (labels is null && targetNames is not null && targetNames.Count != choice.Labels.Count)
        {
            throw new ArgumentException($"ClassificationReport: one target name per class is required; {targetNames.Count} names for " +
                $"{choice.Labels.Count} classes that occur ({Labels.List(choice.Labels)}). Say with labels which classes they name.");
        }
        return new(choice.Counts, [.. choice.Labels.Select(Labels.Name)], choice.IsComplete, targetNames, zeroDivision) { Digits = digits };
    }

    /// <inheritdoc/>
    public override string ToHtml() => new ReportText(this).Html();

    /// <summary><see cref="Text"/> without its last line break.</summary>
    public override string ToText() => Text.TrimEnd('\n');

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"ClassificationReport: {(Accuracy is null ? "micro F1" : "accuracy")} {MicroAverage.F1:0.####}, " +
        $"macro F1 {MacroAverage.F1:0.####}, {Support} samples, {Rows.Count} classes");

    private static IEnumerable<string> NameWarnings(int labels, int names) =>
        labels == names ? [] : [$"labels size, {labels}, does not match size of targetNames, {names}"];

    private static IEnumerable<string> ScoreWarnings(ClassCounts counts) =>
        new Average?[] { null, Average.Micro, Average.Macro, Average.Weighted }.SelectMany(counts.Warnings).Distinct();
}
