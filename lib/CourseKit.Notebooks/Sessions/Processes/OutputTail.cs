using System.Text;

namespace CourseKit.Notebooks.Sessions.Processes;

/// <summary>What a process writes to its real output, kept as the beginning and the end: crash reports open with the cause and are long.</summary>
internal sealed class OutputTail
{
    private const int Head = 2048;
    private const int Tail = 4096;
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private bool _cut;

    /// <summary>Reads a stream to its end.</summary>
    public async Task FollowAsync(TextReader reader)
    {
        var buffer = new char[1024];
        int count;
        while ((count = await reader.ReadAsync(buffer).ConfigureAwait(false)) > 0)
            Append(buffer.AsSpan(0, count));
    }

    public void Append(ReadOnlySpan<char> text)
    {
        lock (_gate)
        {
            _text.Append(text);
            if (_text.Length <= Head + Tail)
                return;
            _text.Remove(Head, _text.Length - Head - Tail);
            _cut = true;
        }
    }

    public override string ToString()
    {
        lock (_gate)
            return _cut ? $"{_text.ToString(0, Head)}\n[...]\n{_text.ToString(Head, _text.Length - Head)}" : _text.ToString();
    }
}
