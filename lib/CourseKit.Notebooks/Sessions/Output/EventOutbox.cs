using System.Text;

namespace CourseKit.Notebooks.Sessions.Output;

/// <summary>
/// Sends events in the order in which they happen. Text is gathered for a moment, so that a loop that writes single characters does not cost a frame each.
/// The first text after a pause goes at once, so that the last words before a crash are not lost; anything else sends what was gathered before it.
/// </summary>
/// <param name="send">Called by one thread at a time.</param>
/// <param name="time">Tells how long ago text was sent.</param>
internal sealed class EventOutbox(Action<SessionEvent> send, TimeProvider time) : IDisposable
{
    /// <summary>For how long text may be gathered: no eye sees it, and sixty frames a second cost nothing.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    private const int LargestPiece = 32 * 1024;
    private readonly Lock _gate = new();
    private readonly ManualResetEventSlim _waiting = new();
    private readonly StringBuilder _text = new();
    private (string Stream, string CellId) _source = ("", "");
    private long? _sentAt;

    /// <summary>Adds console text.</summary>
    public void Write(string stream, ReadOnlySpan<char> text)
    {
        lock (_gate)
        {
            var source = (stream, CellScope.Current.CellId);
            if (source != _source)
                SendText(all: true);
            _source = source;
            _text.Append(text);
            if (_text.Length >= LargestPiece || _sentAt is not { } sent || time.GetElapsedTime(sent) > Pause)
                SendText(all: false);
            if (_text.Length > 0)
                _waiting.Set();
        }
    }

    /// <summary>Adds anything else; an event without a cell gets the calling code's.</summary>
    public void Publish(SessionEvent happened)
    {
        lock (_gate)
        {
            SendText(all: true);
            send(happened.CellId.Length > 0 ? happened : happened with { CellId = CellScope.Current.CellId });
        }
    }

    /// <summary>Sends what was gathered.</summary>
    public void Flush()
    {
        lock (_gate)
            SendText(all: true);
    }

    /// <summary>Keeps sending gathered text after the pause, for as long as the process lives. It has a thread of its own: cells may block the pool's.</summary>
    public void FlushForever()
    {
        while (true)
        {
            _waiting.Wait();
            Thread.Sleep(Pause);
            Flush();
        }
    }

    public void Dispose()
    {
        Flush();
        _waiting.Dispose();
    }

    /// <param name="all">False leaves half a surrogate pair behind, for its other half is about to come.</param>
    private void SendText(bool all)
    {
        var ready = _text.Length > 0 && !all && char.IsHighSurrogate(_text[^1]) ? _text.Length - 1 : _text.Length;
        for (var start = 0; start < ready;)
        {
            var end = Math.Min(start + LargestPiece, ready);
            if (end < ready && char.IsHighSurrogate(_text[end - 1]))
                end++;
            send(new SessionEvent.Output(_source.Stream, _text.ToString(start, end - start)) { CellId = _source.CellId });
            start = end;
            _sentAt = time.GetTimestamp();
        }
        _text.Remove(0, ready);
        if (_text.Length == 0)
            _waiting.Reset();
    }
}
