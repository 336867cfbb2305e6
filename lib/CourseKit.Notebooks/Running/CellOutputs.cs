using System.Globalization;
using System.Text;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Running;

/// <summary>What one cell has put out: the beginning and the end of it, and a note of what was cut between them.</summary>
/// <param name="textLimit">Characters of text that are kept.</param>
/// <param name="pictureLimit">Characters of pictures that are kept.</param>
internal sealed class CellOutputs(int textLimit, int pictureLimit)
{
    /// <summary>Beside its characters, so that a million empty values do not count as nothing.</summary>
    private const int CostOfValue = 64;

    private readonly List<CellOutput> _head = [];
    private readonly List<CellOutput> _middlePictures = [];
    private readonly LinkedList<CellOutput> _tail = [];
    private long _headSize, _tailSize, _pictures;
    private long _cutLetters, _cutLines, _cutValues, _cutPictures;
    private bool _headIsFull;
    private CellOutput[]? _joined;

    /// <summary>Characters of text that are kept.</summary>
    public long TextSize => _headSize + _tailSize;

    private int Half => textLimit / 2;

    /// <summary>All that is kept, in order; neighbouring pieces of one stream are one output.</summary>
    public IReadOnlyList<CellOutput> All => _joined ??= Join([.. _head, .. Note(), .. _middlePictures, .. _tail]);

    public void Add(CellOutput output)
    {
        _joined = null;
        if (Picture.IsIn(output))
        {
            var size = Size(output);
            if (_pictures + size > pictureLimit)
            {
                _cutPictures++;
                return;
            }
            _pictures += size;
        }
        if (!_headIsFull && _headSize + TextSizeOf(output) <= Half)
        {
            _head.Add(output);
            _headSize += TextSizeOf(output);
            return;
        }
        if (!_headIsFull && output is StreamOutput text)
            output = FillHead(text);
        _headIsFull = true;
        _tail.AddLast(output);
        _tailSize += TextSizeOf(output);
        while (_tailSize > textLimit - Half && _tail.First is { } oldest)
            CutOldest(oldest);
    }

    /// <summary>Shows something else in place of what was shown under that id.</summary>
    public void Update(string displayId, MimeBundle data)
    {
        for (var i = 0; i < _head.Count; i++)
            _head[i] = Updated(_head[i], displayId, data);
        for (var i = 0; i < _middlePictures.Count; i++)
            _middlePictures[i] = Updated(_middlePictures[i], displayId, data);
        for (var node = _tail.First; node is not null; node = node.Next)
            node.Value = Updated(node.Value, displayId, data);
    }

    private CellOutput Updated(CellOutput output, string displayId, MimeBundle data)
    {
        if (output is not DisplayOutput shown || shown.DisplayId != displayId)
            return output;
        _joined = null;
        return shown with { Data = data };
    }

    /// <summary>Puts of a piece of text what has room into the head; returns the rest.</summary>
    private StreamOutput FillHead(StreamOutput text)
    {
        var room = Letters(text.Text, Math.Max(0, Half - (int)_headSize));
        if (room > 0)
            _head.Add(text with { Text = text.Text[..room] });
        _headSize = Half;
        return text with { Text = text.Text[room..] };
    }

    private void CutOldest(LinkedListNode<CellOutput> oldest)
    {
        var size = TextSizeOf(oldest.Value);
        var excess = (int)(_tailSize - (textLimit - Half));
        _tail.RemoveFirst();
        _tailSize -= size;
        if (oldest.Value is StreamOutput text)
        {
            var cut = Letters(text.Text, Math.Min(excess, text.Text.Length));
            _cutLetters += cut;
            _cutLines += text.Text.AsSpan(0, cut).Count('\n');
            if (cut < text.Text.Length)
            {
                _tail.AddFirst(text with { Text = text.Text[cut..] });
                _tailSize += text.Text.Length - cut;
            }
        }
        else if (Picture.IsIn(oldest.Value))
            _middlePictures.Add(oldest.Value);
        else
            _cutValues++;
    }

    /// <summary>That many, or one more so as not to part a surrogate pair.</summary>
    private static int Letters(string text, int count) => count > 0 && count < text.Length && char.IsLowSurrogate(text[count]) ? count + 1 : count;

    private StreamOutput[] Note()
    {
        string[] parts =
        [
            .. Counted(_cutLetters, "character"), .. Counted(_cutLines, "line"), .. Counted(_cutValues, "value"), .. Counted(_cutPictures, "picture"),
        ];
        return parts.Length == 0 ? [] : [new StreamOutput("stderr",
            string.Create(CultureInfo.InvariantCulture, $"\n[… left out here: {string.Join(", ", parts)}; this cell keeps {textLimit:N0} characters of text …]\n"))];
    }

    private static string[] Counted(long count, string what) =>
        count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}")];

    /// <summary>Pictures do not count as text.</summary>
    private static int TextSizeOf(CellOutput output) => output switch
    {
        StreamOutput text => text.Text.Length,
        _ when Picture.IsIn(output) => 0,
        _ => Size(output) + CostOfValue,
    };

    private static int Size(CellOutput output) => output switch
    {
        DisplayOutput shown => shown.Data.Sum(entry => entry.Value.Length),
        ResultOutput result => result.Data.Sum(entry => entry.Value.Length),
        ErrorOutput error => error.Value.Length + error.Traceback.Sum(line => line.Length),
        _ => 0,
    };

    private static CellOutput[] Join(IReadOnlyList<CellOutput> outputs)
    {
        var joined = new List<CellOutput>(outputs.Count);
        var text = new StringBuilder();
        for (var i = 0; i < outputs.Count; i++)
        {
            if (outputs[i] is not StreamOutput piece)
            {
                joined.Add(outputs[i]);
                continue;
            }
            text.Append(piece.Text);
            if (i + 1 < outputs.Count && outputs[i + 1] is StreamOutput next && next.Name == piece.Name)
                continue;
            joined.Add(piece with { Text = text.ToString() });
            text.Clear();
        }
        return [.. joined];
    }
}
