using System.Text.Json;

namespace CourseKit.Notebooks.Sessions.Cells;

/// <summary>A word of a magic command.</summary>
/// <param name="Text">Without its quotes.</param>
/// <param name="Column">One-based, of its first character.</param>
internal sealed record MagicWord(string Text, int Column);

/// <summary>A line that is a command: <c>#!set --name n --value 3</c>.</summary>
internal sealed class MagicLine
{
    private readonly Dictionary<string, (MagicWord Name, MagicWord? Value)> _named = new(StringComparer.Ordinal);
    private readonly List<MagicWord> _others = [];

    /// <param name="text">The line.</param>
    /// <param name="number">One-based within its cell.</param>
    /// <param name="flags">Parameters that have no value.</param>
    public MagicLine(string text, int number, IReadOnlyCollection<string> flags)
    {
        Number = number;
        var words = Words(text).ToList();
        Name = words[0].Text;
        for (var index = 1; index < words.Count; index++)
            if (!words[index].Text.StartsWith("--", StringComparison.Ordinal))
                _others.Add(words[index]);
            else if (flags.Contains(words[index].Text) || index + 1 == words.Count)
                _named[words[index].Text] = (words[index], null);
            else
                _named[words[index].Text] = (words[index], words[++index]);
    }

    /// <summary>With its <c>#!</c>.</summary>
    public string Name { get; }

    public int Number { get; }

    /// <summary>The names of parameters, where they stand.</summary>
    public IEnumerable<MagicWord> Parameters => _named.Values.Select(parameter => parameter.Name);

    /// <summary>The value of a parameter; of the one that may be given without its name, the first word that has none. Null if it is not there.</summary>
    public MagicWord? Value(string parameter, bool isPositional = false) =>
        _named.TryGetValue(parameter, out var given) ? given.Value : isPositional ? _others.FirstOrDefault() : null;

    public bool Has(string flag) => _named.ContainsKey(flag);

    /// <summary>The command that a line begins with.</summary>
    public static string NameOf(string line) => line.Split(' ', '\t')[0].TrimEnd('\r');

    private static IEnumerable<MagicWord> Words(string line)
    {
        for (var at = 0; at < line.Length;)
        {
            if (char.IsWhiteSpace(line[at]))
            {
                at++;
                continue;
            }
            var end = EndOf(line, at);
            yield return new MagicWord(Unquoted(line[at..end]), at + 1);
            at = end;
        }
    }

    /// <summary>Behind a word, which may hold blanks within quotes or brackets.</summary>
    private static int EndOf(string line, int start)
    {
        var (quoted, depth) = (false, 0);
        for (var at = start; at < line.Length; at++)
        {
            if (quoted && line[at] == '\\')
                at++;
            else if (line[at] == '"')
                quoted = !quoted;
            else if (!quoted && line[at] is '{' or '[')
                depth++;
            else if (!quoted && line[at] is '}' or ']')
                depth--;
            else if (!quoted && depth <= 0 && char.IsWhiteSpace(line[at]))
                return at;
        }
        return line.Length;
    }

    private static string Unquoted(string word)
    {
        if (word is not ['"', .., '"'] || word.Length < 2)
            return word;
        try
        {
            return JsonSerializer.Deserialize<string>(word)!;
        }
        catch (JsonException)
        {
            // A path of Windows, for one: its backslashes are no escapes.
            return word[1..^1];
        }
    }
}
