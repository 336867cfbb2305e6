namespace CourseKit.Keras;

/// <summary>Keras's progress line: in one place that changes where there is a screen, and where there is none, a few lines in all.</summary>
internal sealed class FitProgress
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>How many epochs are written, at most, where nothing can be replaced.</summary>
    private const int LinesWithoutScreen = 12;

    private readonly TimeProvider _time;
    private readonly IFitScreen _screen;
    private readonly int _epochs, _batches, _verbose;
    private int _epoch;
    private long _start, _lastShown;

    private FitProgress(int verbose, TimeProvider time, IFitScreen screen, int epochs, int batches) =>
        (_verbose, _time, _screen, _epochs, _batches, _lastShown) = (verbose, time, screen, epochs, batches, time.GetTimestamp());

    /// <summary>Whether it is time to show a batch.</summary>
    public bool IsDue => _verbose == 1 && _screen.IsLive && IsPauseOver;

    /// <summary>What shows a training; null if nothing is to be shown.</summary>
    public static FitProgress? For(int verbose, Sequential model, int epochs, int batches) => verbose == 0
        ? null
        : new FitProgress(verbose, model.Time, FitScreen.For(model.Log), epochs, batches);

    public void BeginEpoch(int epoch)
    {
        _epoch = epoch;
        _start = _time.GetTimestamp();
    }

    /// <summary>Some batches of the epoch are done.</summary>
    public void Batch(int done, Logs logs)
    {
        _lastShown = _time.GetTimestamp();
        var elapsed = _time.GetElapsedTime(_start);
        var left = EpochLine.Left(elapsed / done * (_batches - done));
        _screen.Replace(Title, $"{EpochLine.Bar(done, _batches)} - ETA: {left} - {logs}");
    }

    /// <summary>The epoch is done.</summary>
    public void EndEpoch(Logs logs, bool isLast)
    {
        var elapsed = _time.GetElapsedTime(_start);
        var seconds = string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0}s");
        var isDue = IsPauseOver || isLast || _epoch == 1;
        if (isDue)
            _lastShown = _time.GetTimestamp();
        if (_verbose == 1 && _screen.IsLive)
        {
            _screen.Finish(Title, $"{EpochLine.Bar(_batches, _batches)} - {seconds} {EpochLine.Pace(elapsed, _batches, "step")} - {logs}", isDue);
        }
        else if (_verbose == 2 || isLast || _epoch == 1 || _epoch % Stride == 0)
        {
            _screen.Finish(Title, $"{EpochLine.Count(_batches, _batches)} - {seconds} - {logs} - {EpochLine.Pace(elapsed, 1, "epoch")} - "
                + EpochLine.Pace(elapsed, _batches, "step"), isDue);
        }
    }

    private bool IsPauseOver => _time.GetElapsedTime(_lastShown) >= Pause;

    private string Title => string.Create(CultureInfo.InvariantCulture, $"Epoch {_epoch}/{_epochs}");

    private int Stride => (_epochs + LinesWithoutScreen - 3) / (LinesWithoutScreen - 2);
}
