using CourseKit.Display;

namespace CourseKit.Learn;

/// <summary>Shows how far a sweep has come, in one place, a few times a second at the most.</summary>
internal sealed class SweepProgress
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly int _total;
    private readonly string _kept;
    private readonly Shown? _shown;
    private long _lastShown;
    private int _done;

    public SweepProgress(int total, int kept, TimeProvider time)
    {
        (_total, _time, _start) = (total, time, time.GetTimestamp());
        _kept = kept == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{kept} more from the file");
        _lastShown = _start;
        if (total > 0)
            _shown = Notebook.Show(View(_kept));
    }

    public void Step(SweepRun run)
    {
        lock (_lock)
        {
            _done++;
            if (_done < _total && _time.GetElapsedTime(_lastShown) < Pause)
                return;
            _lastShown = _time.GetTimestamp();
            _shown!.Update(View(_done == _total ? _kept : run.Point.ToString()));
        }
    }

    private Progress View(string note) => new(_done, _total, _time.GetElapsedTime(_start)) { Unit = "points", Note = note };
}
