using System.Text;

namespace CourseKit.Notebooks.Sessions.Output;

/// <summary>A console stream of the running cell.</summary>
/// <param name="stream"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="outbox">Where the text goes.</param>
/// <remarks>A write throws in a cell that was interrupted, which also stops library code that logs.</remarks>
internal sealed class CapturingWriter(string stream, EventOutbox outbox) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>The same on every system, as notebooks keep it.</summary>
    public override string NewLine => "\n";

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (buffer.IsEmpty)
            return;
        CellScope.Checkpoint();
        outbox.Write(stream, buffer);
    }

    public override void WriteLine(string? value) => Write(value + NewLine);

    public override void WriteLine(char value) => Write([value, '\n']);

    public override void WriteLine(ReadOnlySpan<char> buffer) => Write([.. buffer, '\n']);
}
