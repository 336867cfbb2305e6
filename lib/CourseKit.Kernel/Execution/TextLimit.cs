using System.Text;
using CourseKit.Kernel.Channels;
using CourseKit.Kernel.Zmtp;

namespace CourseKit.Kernel.Execution;

/// <summary>
/// How much console text of a cell goes to the front end: the beginning as it comes, the end when the cell has ended, between them a note of what
/// is missing. A page with a hundred megabytes of text in it opens nowhere.
/// </summary>
/// <param name="most">Characters that go as they come.</param>
internal sealed class TextLimit(long most)
{
    private const int LongestEnd = 10_000;

    private readonly StringBuilder _end = new();
    private string _stream = "stdout";
    private long _passed;
    private Loss _left;

    /// <summary>The part of a piece of text that goes now.</summary>
    public string Pass(string stream, string text)
    {
        var room = _left.Letters > 0 ? 0 : Whole(text, (int)Math.Min(text.Length, most - _passed));
        _passed += room;
        if (room < text.Length)
            Keep(stream, text.AsSpan(room));
        return text[..room];
    }

    /// <summary>When the cell has ended: the note, and the last of what did not go; nothing if all did.</summary>
    public IEnumerable<(string Stream, string Text)> End()
    {
        if (_left.Letters == 0)
            yield break;
        var end = _end.ToString();
        var missing = new Loss(_left.Letters - end.Length, _left.Lines - end.AsSpan().Count('\n'), 0);
        if (missing.Letters > 0)
            yield return ("stderr", IOPub.LeftOut(missing,
                FormattableString.Invariant($"a cell shows {most:N0} characters of text as they come, and then its last")));
        yield return (_stream, end);
    }

    private void Keep(string stream, ReadOnlySpan<char> text)
    {
        _stream = stream;
        _left += new Loss(text.Length, text.Count('\n'), 0);
        _end.Append(text.Length > 2 * LongestEnd ? text[^(2 * LongestEnd)..] : text);
        if (_end.Length > 2 * LongestEnd)
            _end.Remove(0, _end.Length - LongestEnd);
        if (_end.Length > 0 && char.IsLowSurrogate(_end[0]))
            _end.Remove(0, 1);
    }

    /// <summary>That many letters, or one fewer so as not to part a surrogate pair.</summary>
    private static int Whole(string text, int count) => count > 0 && count < text.Length && char.IsLowSurrogate(text[count]) ? count - 1 : count;
}
