using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Approval;

/// <summary>A drawing as a few lines: of each kind of element how many there are, and what their attributes come to; then the words in it.</summary>
/// <remarks>Whole, most drawings would be as large as the rest of a notebook's outputs taken together, and no one could read how two of them differ.</remarks>
internal sealed partial class SvgLines
{
    private const int FewValues = 6;

    /// <summary>Made up anew in each run, said elsewhere, or the same in every drawing.</summary>
    private static readonly HashSet<string> Ignored = ["id", "xmlns", "role", "aria-label", "aria-labelledby", "font-family", "clip-path", "style", "preserveAspectRatio"];

    private readonly Dictionary<string, int> _elements = [];
    private readonly Dictionary<string, List<string>> _attributes = [];
    private readonly List<string> _words = [];

    private SvgLines(string svg)
    {
        foreach (Match match in Part().Matches(svg))
        {
            if (match.Groups["text"].Value.Trim() is { Length: > 0 } text)
                _words.Add(WebUtility.HtmlDecode(text));
            if (match.Groups["name"].Value is not { Length: > 0 } name)
                continue;
            _elements[name] = _elements.GetValueOrDefault(name) + 1;
            foreach (Match attribute in Attribute().Matches(match.Groups["attributes"].Value))
                Add($"{name}.{attribute.Groups["name"].Value}", attribute.Groups["name"].Value, WebUtility.HtmlDecode(attribute.Groups["value"].Value));
        }
    }

    /// <summary>The pictures of pixels within the drawing.</summary>
    private List<string> Addresses { get; } = [];

    /// <summary>The drawing, and the pictures in it.</summary>
    public static IEnumerable<OutputBlock> Of(string origin, string svg)
    {
        var read = new SvgLines(svg);
        return [OutputBlock.Picture(origin, "image/svg+xml", read.Lines()), .. read.Addresses.Select(address => PictureData.OfAddress(origin, address)).OfType<OutputBlock>()];
    }

    private void Add(string key, string name, string value)
    {
        if (value.StartsWith("data:image/", StringComparison.Ordinal))
            Addresses.Add(value);
        else if (!Ignored.Contains(name) && !name.StartsWith("xmlns:", StringComparison.Ordinal) && (!value.StartsWith('#') || Colour().IsMatch(value)))
            (_attributes.TryGetValue(key, out var values) ? values : _attributes[key] = []).Add(value);
    }

    private IReadOnlyList<string> Lines() =>
    [
        .. _elements.Select(element => string.Create(CultureInfo.InvariantCulture, $"{element.Key}: {element.Value}")),
        .. _attributes.Select(attribute => $"{attribute.Key}: {Text(attribute.Value)}"),
        .. _words.Count == 0 ? [] : TextLines.Of(string.Join(" · ", _words)).Select(line => $"text: {line}"),
    ];

    private static string Text(List<string> values)
    {
        var distinct = values.Distinct().ToArray();
        if (values.TrueForAll(value => Number().IsMatch(value)))
            return NumberList.Of([.. values.Select(value => Parse(value.TrimEnd('%', 'p', 'x')))]);
        if (distinct.Length <= FewValues && distinct.All(value => value.Length <= 60 && (Colour().IsMatch(value) || !Numbers().IsMatch(value))))
            return string.Join(", ", distinct.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value} × {values.Count(other => other == value)}")));
        if (values.TrueForAll(value => Colour().IsMatch(value)))
            return NumberList.Of([.. values.SelectMany(Parts)]);
        var letters = values.SelectMany(value => Letter().Matches(value)).GroupBy(match => match.Value).OrderBy(group => group.Key, StringComparer.Ordinal);
        var counts = letters.Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key}"));
        return string.Join(", ", counts.Append(NumberList.Of([.. values.SelectMany(value => Numbers().Matches(value)).Select(match => Parse(match.Value))])));
    }

    private static IEnumerable<double> Parts(string colour)
    {
        var digits = colour[1..].Length == 3 ? string.Concat(colour[1..].Select(digit => $"{digit}{digit}")) : colour[1..];
        return Enumerable.Range(0, 3).Select(part => (double)int.Parse(digits.AsSpan(2 * part, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }

    private static double Parse(string number) => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"<(?:!--.*?--|\?[^>]*|/[^>]*|(?<name>[A-Za-z][\w:-]*)(?<attributes>(?:[^>""']|""[^""]*""|'[^']*')*))>|(?<text>[^<]+)", RegexOptions.Singleline)]
    private static partial Regex Part();

    [GeneratedRegex(@"(?<name>[\w:-]+)\s*=\s*(?:""(?<value>[^""]*)""|'(?<value>[^']*)')")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?:px|%)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex("[A-DF-Za-df-z]+")]
    private static partial Regex Letter();

    [GeneratedRegex("^#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$")]
    private static partial Regex Colour();
}
