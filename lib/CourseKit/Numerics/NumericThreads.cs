namespace CourseKit.Numerics;

/// <summary>
/// How many threads a product may use: the processors, or <c>COURSEKIT_THREADS</c>, or what the calling thread was limited to.
/// </summary>
internal static class NumericThreads
{
    public const string Variable = "COURSEKIT_THREADS";

    private static readonly Lazy<int> Configured = new(() => Parse(Environment.GetEnvironmentVariable(Variable)));

    [ThreadStatic]
    private static int _limit;

    /// <summary>1 or more.</summary>
    public static int Count => _limit > 0 ? _limit : Configured.Value;

    /// <summary>
    /// Products of the calling thread use so many threads until the scope is disposed: 1 inside a parallel sweep, whose workers are the
    /// threads already.
    /// </summary>
    /// <param name="threads">1 or more; may be more than there are processors.</param>
    public static Scope Limit(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var scope = new Scope(_limit);
        _limit = threads;
        return scope;
    }

    /// <summary>The value of the variable; all processors where it is not set.</summary>
    public static int Parse(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return Environment.ProcessorCount;
        var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        if (isNumber && count is >= 1 and <= WorkCrew.MostThreads)
            return count;
        throw new InvalidOperationException(
            $"{Variable}: a whole number from 1 to {WorkCrew.MostThreads} is required; received \"{value}\". "
            + "Correct the environment variable or unset it.");
    }

    /// <summary>Ends a <see cref="Limit"/>.</summary>
    public readonly ref struct Scope(int previous)
    {
        public void Dispose() => _limit = previous;
    }
}
