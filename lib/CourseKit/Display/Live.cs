namespace CourseKit.Display;

/// <summary>Shows how far a loop has come while it runs: a bar, the count, what was measured, the rate, the time left.</summary>
/// <remarks>
/// In a notebook it is one display that is updated in place; in a terminal one line that is written over; where the output goes to a file
/// or a build server, a line now and then. It shows itself a few times a second at the most, and always how the work ended.
/// <code>
/// foreach (var epoch in Live.Epochs(30, "H = 100"))
/// {
///     var loss = …
///     epoch.Report(loss: loss, accuracy: accuracy);
/// }
/// </code>
/// All members may be called from several threads.
/// </remarks>
public sealed class Live : IDisposable
{
    private readonly Lock _lock = new();
    private readonly LiveOptions _options;
    private readonly ILiveSurface? _surface;
    private readonly int _total;
    private readonly long _start;
    private long _lastShown;
    private int _done;
    private bool _ended;
    private IReadOnlyList<(string Name, double Value)> _measures = [];
    private string _note;

    /// <summary>Begins, and shows that it has begun.</summary>
    /// <param name="total">Steps in all, ≥ 0; with 0 nothing is shown.</param>
    /// <param name="options">What the steps are, the clock; default <see cref="LiveOptions"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="total"/> is negative.</exception>
    public Live(int total, LiveOptions? options = null)
        : this(total, options ?? new LiveOptions(), LiveSurfaces.Find())
    {
    }

    internal Live(int total, LiveOptions options, ILiveSurface surface)
    {
        if (total < 0)
            throw new ArgumentOutOfRangeException(nameof(total), string.Create(CultureInfo.InvariantCulture, $"Live: a number of {options.Unit} of 0 or more is required; received {total}."));
        (_total, _options, _note) = (total, options, options.Note);
        _start = _lastShown = options.Time.GetTimestamp();
        _surface = total > 0 ? surface : null;
        _surface?.Show(View(), ended: false);
    }

    /// <summary>Counts the epochs of a training loop, 1 … <paramref name="count"/>.</summary>
    /// <param name="count">Epochs in all, ≥ 0.</param>
    /// <param name="title">What is being trained; default nothing.</param>
    /// <param name="time">The clock behind rate and time left; default the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static IEnumerable<LiveStep<int>> Epochs(int count, string title = "", TimeProvider? time = null) =>
        Over([.. Enumerable.Range(1, Math.Max(0, count))], count, Options("epochs", title, time));

    /// <summary>Goes through a list: seeds, batches, settings.</summary>
    /// <param name="items">What to go through, in this order.</param>
    /// <param name="unit">What they are, in the plural; default <c>steps</c>.</param>
    /// <param name="title">What is being done; default nothing.</param>
    /// <param name="time">The clock behind rate and time left; default the system's.</param>
    public static IEnumerable<LiveStep<T>> Over<T>(IReadOnlyList<T> items, string unit = "steps", string title = "", TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Over(items, items.Count, Options(unit, title, time));
    }

    /// <summary>A step is done, and this was measured.</summary>
    public void Step(params (string Name, double Value)[] measures) => Step("", measures);

    /// <summary>A step is done: a word on it, and what was measured.</summary>
    public void Step(string note, params (string Name, double Value)[] measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        lock (_lock)
        {
            _done = Math.Min(_done + 1, _total);
            if (measures.Length > 0)
                _measures = measures;
            _note = note;
            if (!_ended && _done < _total && _options.Time.GetElapsedTime(_lastShown) >= _surface!.Pause)
                Show(ended: false);
        }
    }

    /// <summary>The work has ended, whether or not all steps were taken; shows how.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_ended)
                return;
            _ended = true;
            _note = _options.Note;
            Show(ended: true);
        }
    }

    /// <summary>What the step under way has measured so far; shown with it.</summary>
    internal void Measure((string Name, double Value)[] measures)
    {
        lock (_lock)
            _measures = measures;
    }

    private static LiveOptions Options(string unit, string title, TimeProvider? time) =>
        new() { Unit = unit, Title = title, Time = time ?? TimeProvider.System };

    private static IEnumerable<LiveStep<T>> Over<T>(IReadOnlyList<T> items, int count, LiveOptions options)
    {
        using var live = new Live(count, options);
        foreach (var item in items)
        {
            yield return new LiveStep<T>(live, item);
            live.Step();
        }
    }

    private void Show(bool ended)
    {
        _lastShown = _options.Time.GetTimestamp();
        _surface?.Show(View(), ended);
    }

    private Progress View() => new(_done, Math.Max(1, _total), _options.Time.GetElapsedTime(_start))
    {
        Unit = _options.Unit,
        Title = _options.Title,
        Measures = _measures,
        Note = _note,
        Ended = _ended || _done == _total,
    };
}

/// <summary>What <see cref="Live"/> says beside the count.</summary>
public sealed record LiveOptions
{
    /// <summary>What the steps are, in the plural. Default <c>steps</c>.</summary>
    public string Unit { get; init; } = "steps";

    /// <summary>What is being done. Default: nothing.</summary>
    public string Title { get; init; } = "";

    /// <summary>A word that stands at the end, before the first step and after the last. Default: none.</summary>
    public string Note { get; init; } = "";

    /// <summary>The clock behind rate and time left.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>One pass of a loop that <see cref="Live"/> shows.</summary>
/// <typeparam name="T">What the loop goes through.</typeparam>
public readonly struct LiveStep<T>
{
    private readonly Live _live;

    internal LiveStep(Live live, T value) => (_live, Value) = (live, value);

    /// <summary>The element: for epochs its number, from 1.</summary>
    public T Value { get; }

    /// <summary>Says what this pass measured, to stand beside the bar.</summary>
    public void Report(params (string Name, double Value)[] measures) => _live.Measure(measures);

    /// <summary>Says what this epoch measured, to stand beside the bar; what is left out is not shown.</summary>
    public void Report(double loss, double? accuracy = null, double? valLoss = null, double? valAccuracy = null)
    {
        (string Name, double? Value)[] all = [("loss", loss), ("accuracy", accuracy), ("val. loss", valLoss), ("val. accuracy", valAccuracy)];
        _live.Measure([.. all.Where(measure => measure.Value is not null).Select(measure => (measure.Name, measure.Value!.Value))]);
    }

    /// <inheritdoc/>
    public override string ToString() => Value?.ToString() ?? "";
}
