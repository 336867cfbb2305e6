namespace CourseKit.Data;

/// <summary>What a set of examples is and where it came from; every title and table that rests on the set says it.</summary>
/// <param name="Name">Short name as it stands in titles: <c>MNIST</c>.</param>
/// <param name="ClassNames">Names of the classes, label 0 first.</param>
public sealed record DatasetInfo(string Name, IReadOnlyList<string> ClassNames)
{
    /// <summary>The digits 0 … 9, the class names of every set of handwritten digits here.</summary>
    public static IReadOnlyList<string> DigitNames { get; } = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    /// <summary>Who made the examples, where these were read from, and on which terms. Default: empty.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Whether a seeded generator made the examples in place of the named set. Default: false.</summary>
    public bool IsStandIn { get; init; }

    /// <summary>The name as it stands in titles: <c>MNIST stand-in</c> where the real set was not at hand.</summary>
    public string DisplayName => IsStandIn ? $"{Name} stand-in" : Name;
}
