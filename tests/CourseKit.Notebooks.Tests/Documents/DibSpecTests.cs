using System.Text.RegularExpressions;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Tests.Documents;

/// <summary>Runs the examples of DibSpec.md, one test for each, named after its heading.</summary>
public sealed partial class DibSpecTests
{
    private static readonly string Folder = Repository.PathOf("tests", "CourseKit.Notebooks.Tests", "Documents");

    private static readonly string Spec = File.ReadAllText(Path.Combine(Folder, "DibSpec.md")).ReplaceLineEndings("\n");

    private static readonly Dictionary<string, Match> Examples =
        Pairs().Matches(Spec).ToDictionary(example => example.Groups["heading"].Value);

    public static TheoryData<string> Headings => [.. Examples.Keys];

    [Theory]
    [MemberData(nameof(Headings))]
    public void Example(string heading)
    {
        var (kind, given) = Block(heading, "first");
        var (wanted, expected) = Block(heading, "second");

        var actual = kind == "dib" ? Read(CellNotation.File(given)) : Write(CellNotation.Parse(given));

        Assert.Equal(wanted == "dib" ? CellNotation.File(expected) : CellNotation.Unsigned(expected), actual);
    }

    [Fact]
    public void Every_heading_of_the_third_level_has_an_example_and_every_block_a_partner()
    {
        var lines = Spec.Split('\n');
        var headings = lines.Where(line => line.StartsWith("### ", StringComparison.Ordinal)).Select(line => line[4..]);

        Assert.Equal(headings, Examples.Keys);
        Assert.Equal(lines.Count(line => line.StartsWith("~~~~", StringComparison.Ordinal)), 4 * Examples.Count);
    }

    [Fact]
    public void Every_golden_file_is_named_in_the_specification()
    {
        var goldens = Directory.EnumerateFiles(Path.Combine(Folder, "Golden"), "*.dib").Select(Path.GetFileNameWithoutExtension);

        var named = Name().Matches(Spec[Spec.LastIndexOf("|---|", StringComparison.Ordinal)..]).Select(name => name.Groups["name"].Value);

        Assert.Equal(goldens.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    private static string Read(string file) => Message(() => CellNotation.Of(DibFormat.Parse(file)));

    private static string Write(NotebookDocument notebook) => Message(() => DibFormat.Write(notebook));

    private static string Message(Func<string> action)
    {
        try
        {
            return action();
        }
        catch (NotebookFormatException error)
        {
            return error.Message;
        }
    }

    private static (string Kind, string Text) Block(string heading, string name)
    {
        var example = Examples[heading];
        return (example.Groups[name + "Kind"].Value, example.Groups[name].Value);
    }

    [GeneratedRegex(
        @"^### (?<heading>.+)\n(?:(?!#|~~~~).*\n)*"
        + @"~~~~ (?<firstKind>dib|cells)\n(?<first>(?s:.*?))\n~~~~\n"
        + @"~~~~ (?<secondKind>dib|cells|error)\n(?<second>(?s:.*?))\n~~~~\n",
        RegexOptions.Multiline)]
    private static partial Regex Pairs();

    [GeneratedRegex(@"`(?<name>\w+)`[,\s]")]
    private static partial Regex Name();
}
