using CourseKit.Display;
using CourseKit.Numerics;

namespace CourseKit.Learn;

/// <summary>Tries every combination of some parameters, several at a time.</summary>
/// <remarks>
/// Points run in parallel over the processor's cores with one numeric thread each, so that what a point computes does not depend on how many
/// run beside it: same seeds, same table. With <see cref="File"/>, each result is on disk as soon as it is known, and a sweep that was
/// killed goes on where it stopped.
/// <code>
/// var grid = Sweep.Over(("activation", [Activation.ReLU, Activation.Tanh]), ("hidden", [5, 15, 50])).Run(p =>
/// {
///     var mlp = new MLPClassifier { Activation = p.Get&lt;Activation&gt;("activation"), HiddenLayerSizes = [p.Get&lt;int&gt;("hidden")], RandomState = 1 };
///     mlp.Fit(train.X, train.Y);
///     return [("accuracy", mlp.Score(test.X, test.Y)), ("iterations", mlp.IterationCount)];
/// });
/// </code>
/// </remarks>
public sealed record Sweep
{
    private Sweep(IReadOnlyList<string> names, IReadOnlyList<object[]> values) => (Names, Choices) = (names, values);

    /// <summary>The parameters, in the order given.</summary>
    public IReadOnlyList<string> Names { get; }

    private IReadOnlyList<object[]> Choices { get; }

    /// <summary>Where results are kept as they come, one JSON object a line; null keeps them in memory only. Default null.</summary>
    /// <remarks>A file of the same parameters is continued: points that it holds are not run again. Delete it when the code or the data changed.</remarks>
    public string? File { get; init; }

    /// <summary>How many points run at a time. Range ≥ 1; default: one for each core, or <c>COURSEKIT_THREADS</c>.</summary>
    public int Workers { get; init; } = NumericThreads.Count;

    /// <summary>The clock behind times and the time left.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Names parameters and the values to try for each; the last one varies fastest.</summary>
    /// <exception cref="ArgumentException">No parameter, one without values, or one named twice.</exception>
    public static Sweep Over(params (string Name, object[] Values)[] parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Length == 0)
            throw new ArgumentException("Sweep.Over: at least one parameter is required; none was given. Write Sweep.Over((\"hidden\", [5, 15, 50])).");
        foreach (var (name, values) in parameters)
            if (values.Length == 0)
                throw new ArgumentException($"Sweep.Over: \"{name}\" needs at least one value; none was given.");
        if (parameters.GroupBy(parameter => parameter.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Sweep.Over: each parameter once; \"{twice.Key}\" was given twice.");
        return new Sweep([.. parameters.Select(parameter => parameter.Name)], [.. parameters.Select(parameter => parameter.Values)]);
    }

    /// <summary>Every combination, the last parameter varying fastest.</summary>
    public IReadOnlyList<SweepPoint> Points => [.. Choices
        .Aggregate<object[], IEnumerable<object[]>>([[]], (heads, values) => heads.SelectMany(_ => values, (head, value) => (object[])[.. head, value]))
        .Select(values => new SweepPoint(Names, values))];

    /// <summary>Runs all points and measures one number of each, called <c>score</c>.</summary>
    /// <inheritdoc cref="Run(Func{SweepPoint, ValueTuple{string, double}[]})"/>
    public SweepResult Run(Func<SweepPoint, double> measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return Run(point => [("score", measure(point))]);
    }

    /// <summary>Runs all points and measures some numbers of each.</summary>
    /// <param name="measure">Called once for each point, on several threads: it may share data to read, but nothing that it changes.</param>
    /// <returns>A table in the order of <see cref="Points"/>. A point that threw stands in it with its message; the others are not lost.</returns>
    /// <exception cref="ArgumentException"><see cref="Workers"/> is below 1.</exception>
    /// <exception cref="InvalidDataException"><see cref="File"/> holds another sweep.</exception>
    public SweepResult Run(Func<SweepPoint, (string Name, double Value)[]> measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        if (Workers < 1)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Sweep.Run: Workers ≥ 1 is required; received {Workers}."));
        using var file = File is null ? null : SweepFile.Open(File, Names);
        var points = Points;
        var runs = points.Select(point => file?.Find(point)).ToArray();
        var todo = Enumerable.Range(0, points.Count).Where(index => runs[index] is null).ToArray();
        var kept = points.Count - todo.Length;
        using var progress = new Live(todo.Length, new LiveOptions
        {
            Unit = "points",
            Note = kept == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{kept} more from the file"),
            Time = Time,
        });
        Parallel.ForEach(todo, new ParallelOptions { MaxDegreeOfParallelism = Workers }, index =>
        {
            using var one = NumericThreads.Limit(1);
            using var own = SharedRandom.Isolate();
            runs[index] = Measure(points[index], measure);
            file?.Append(runs[index]!);
            progress.Step(points[index].ToString());
        });
        return new SweepResult(Names, runs!);
    }

    private SweepRun Measure(SweepPoint point, Func<SweepPoint, (string Name, double Value)[]> measure)
    {
        var start = Time.GetTimestamp();
        try
        {
            return new SweepRun(point, measure(point), Time.GetElapsedTime(start), null);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return new SweepRun(point, [], Time.GetElapsedTime(start), $"{error.GetType().Name}: {error.Message}");
        }
    }
}
