namespace CourseKit.Metrics;

/// <summary>The classes that a score is about, and their counts.</summary>
internal sealed record ClassChoice<T>(IReadOnlyList<T> Labels, IReadOnlyList<T> Present, ClassCounts Counts) where T : notnull
{
    /// <summary>Whether the classes are all that occur, so that micro averages are the accuracy.</summary>
    public bool IsComplete => Labels.ToHashSet().SetEquals(Present);
}

/// <summary>Chooses classes and says what is wrong with a choice; <c>where</c> is the name that the user called.</summary>
internal static class ClassChoice
{
    public static ClassChoice<T> Of<T>(string where, IReadOnlyList<T> yTrue, IReadOnlyList<T> yPred, IReadOnlyList<T>? labels)
        where T : notnull
    {
        Labels.CheckLengths(where, yTrue.Count, yPred.Count);
        if (labels is { Count: 0 })
            throw new ArgumentException($"{where}: labels must name at least one class; it is empty. Leave it out for all that occur.");
        var present = Labels.Sorted(yTrue.Concat(yPred));
        return new(labels ?? present, present, ClassCounts.Of(yTrue, yPred, labels ?? present));
    }

    public static ClassChoice<T> Positive<T>(string where, IReadOnlyList<T> yTrue, IReadOnlyList<T> yPred, T positive) where T : notnull
    {
        var choice = Of(where, yTrue, yPred, [positive]);
        if (choice.Present.Count > 2)
        {
            throw new ArgumentException($"{where}: at most two classes are allowed; {choice.Present.Count} occur " +
                $"({Labels.List(choice.Present)}). Use {where.Split('.')[0]}.Of with Average.Macro, Micro or Weighted.");
        }
        if (choice.Present.Count == 2 && !choice.Present.Contains(positive))
        {
            throw new ArgumentException($"{where}: the positive class must be one of those that occur ({Labels.List(choice.Present)}); " +
                $"received {Labels.Name(positive)}.");
        }
        return choice;
    }
}
