using CourseKit.Notebooks.Parameters;
using CourseKit.Notebooks.Tests.Sessions;

namespace CourseKit.Notebooks.Tests.Parameters;

/// <summary>What is said of values that a notebook does not ask for.</summary>
internal static class ParameterErrors
{
    private const string Notebook = "#!csharp\n\n// coursekit: parameters\nvar epochs = 5;\nvar mode = \"quick\";\n";

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Parameters: a name that is not there", () => Check("epoch", Notebook)),
        ("Parameters: a notebook without any", () => Check("epochs", "#!csharp\n\nvar epochs = 5;\n")),
        ("Parameters: a value that does not fit", () => ParameterReader.Read("epochs", new ParameterValue("many"), typeof(int))),
        ("Parameters: a secret that does not fit", () => ParameterReader.Read("epochs", new ParameterValue("many", IsSecret: true), typeof(int))),
        ("Parameters: a file that is not there", () => Read("p.json", null)),
        ("Parameters: a file that is no JSON", () => Read("p.json", "{\"a\": ")),
        ("Parameters: a file that is no YAML", () => Read("p.yaml", "a: [1")),
        ("Parameters: a list instead of names", () => Read("p.json", "[1]")),
        ("Parameters: an empty file", () => Read("p.yaml", "")),
    ];

    private static void Check(string name, string notebook)
    {
        using var folder = new TempFolder();
        var path = folder.Write("nb.dib", notebook);
        Named(folder, () => new GivenValues { Parameters = new Dictionary<string, ParameterValue> { [name] = new("1") } }.Check([path]));
    }

    private static void Read(string name, string? text)
    {
        using var folder = new TempFolder();
        var path = text is null ? Path.Combine(folder.Path, name) : folder.Write(name, text);
        Named(folder, () => ParameterFile.Read(path));
    }

    private static void Named(TempFolder folder, Action action)
    {
        try
        {
            action();
        }
        catch (ParameterException error)
        {
            throw new ParameterException(error.Message.Replace(folder.Path, "<folder>", StringComparison.Ordinal));
        }
    }
}
