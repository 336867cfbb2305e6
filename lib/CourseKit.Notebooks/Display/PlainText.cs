using System.Collections;
using System.Dynamic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CourseKit.Notebooks.Display;

/// <summary>Any value as plain text, laid out as .NET Interactive does: <c>[ 1, 2 ]</c>, <c>( 1, a )</c>, <c>Person</c> with a line per member.</summary>
internal sealed class PlainText
{
    private readonly StringBuilder _text = new();

    private PlainText()
    {
    }

    public static string Of(object? value)
    {
        var writer = new PlainText();
        writer.Write(Memories.Unwrap(value), depth: 0);
        return writer._text.ToString();
    }

    /// <summary>A value behind whatever stands on the line; further lines are indented for their depth.</summary>
    private void Write(object? value, int depth)
    {
        if (value is not null && ValueFormatter.OwnText(value) is { } own)
            _text.Append(own);
        else if (Scalars.Text(value) is { } scalar)
            _text.Append(scalar);
        else if (HasConvention(value!) || depth >= FormatLimits.Depth || _text.Length > FormatLimits.LongestText)
            _text.Append(Summaries.Said(value!));
        else if (value is ITuple tuple)
            WriteInline('(', Enumerable.Range(0, tuple.Length).Select(index => tuple[index]), ')', depth);
        else if (value is ExpandoObject expando)
            _text.AppendJoin('\n', expando.Select(member => $"{member.Key}: {Of(member.Value)}"));
        else if (value is Array { Rank: 2 } matrix)
            WriteRows(matrix, depth);
        else if (value is IEnumerable sequence)
            WriteSequence(sequence, depth);
        else
            WriteObject(value!, depth);
    }

    private void WriteObject(object value, int depth)
    {
        var members = ValueMembers.Of(value).ToList();
        _text.Append(members.Count == 0 ? value.ToString() : TypeNames.Of(value.GetType()));
        foreach (var (name, member) in members)
        {
            Line(depth).Append(name).Append(": ");
            Write(member, depth + 1);
        }
    }

    private void WriteSequence(IEnumerable sequence, int depth)
    {
        var (elements, more) = Sequences.Take(sequence);
        var scalars = elements.Count > 0 ? elements.TrueForAll(element => Scalars.Text(element) is not null) : Scalars.Is(ValueMembers.ElementType(sequence));
        if (scalars)
        {
            WriteInline('[', elements, ']', depth, more);
            return;
        }
        _text.Append(TypeNames.Of(sequence.GetType()));
        if (elements.Count == 0)
            _text.Append('\n');
        foreach (var element in elements)
            WriteItem(element, depth);
        _text.Append(more);
    }

    /// <summary>An element on lines of its own: its members one below the other, the first behind the dash.</summary>
    private void WriteItem(object? element, int depth)
    {
        if (element is not null && ValueFormatter.OwnText(element) is { } own)
        {
            _text.Append('\n').Append(own);
            return;
        }
        Line(depth).Append("- ");
        var members = Scalars.Text(element) is not null || HasConvention(element!) || element is ITuple or Array ? [] : ValueMembers.Of(element!).ToList();
        if (members.Count == 0 || element is IEnumerable && !Sequences.IsGroup(element))
        {
            Write(element, depth + 1);
            return;
        }
        if (Sequences.IsGroup(element!))
            members.Add(("(values)", ((IEnumerable)element!).Cast<object?>().ToList()));
        for (var index = 0; index < members.Count; index++)
        {
            if (index > 0)
                Line(depth + 1);
            _text.Append(members[index].Name).Append(": ");
            Write(members[index].Value, depth + 2);
        }
    }

    private void WriteRows(Array matrix, int depth)
    {
        var (rows, columns) = (matrix.GetLength(0), matrix.GetLength(1));
        _text.Append(CultureInfo.InvariantCulture, $"{TypeNames.Of(matrix.GetType().GetElementType())}[{rows},{columns}]");
        for (var row = 0; row < Math.Min(rows, FormatLimits.Elements); row++)
        {
            Line(depth);
            var at = row;
            WriteInline('[', Enumerable.Range(0, Math.Min(columns, FormatLimits.Elements)).Select(column => matrix.GetValue(at, column)), ']', depth, Sequences.More(columns));
        }
        _text.Append(Sequences.More(rows));
    }

    private void WriteInline(char open, IEnumerable<object?> elements, char close, int depth, string more = "")
    {
        _text.Append(open).Append(' ');
        var first = true;
        foreach (var element in elements)
        {
            if (!first)
                _text.Append(", ");
            first = false;
            Write(element, depth + 1);
        }
        _text.Append(more).Append(' ').Append(close);
    }

    private StringBuilder Line(int depth) => _text.Append('\n').Append(' ', 6 + 2 * depth);

    /// <summary>Types that show themselves keep a short ToString for such places.</summary>
    private static bool HasConvention(object value) =>
        value.GetType().GetMethod("ToMimeBundle", Type.EmptyTypes) is not null || value.GetType().GetMethod("ToHtml", Type.EmptyTypes) is not null
        || FormatterSource.Find(value.GetType()) is not null;
}
