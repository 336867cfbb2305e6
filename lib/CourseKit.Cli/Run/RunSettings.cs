using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CourseKit.Notebooks.Pages;
using CourseKit.Notebooks.Parameters;
using CourseKit.Notebooks.Running;

namespace CourseKit.Cli.Run;

/// <summary>The options of every command that runs notebooks.</summary>
internal sealed class RunSettings
{
    private static readonly RunOptions Defaults = new();

    private readonly Option<string> _output = new("--out", "-o")
    {
        Description = "Folder for the .ipynb and .html files.",
        DefaultValueFactory = _ => Defaults.OutputFolder.Replace('\\', '/'),
        HelpName = "FOLDER",
    };

    private readonly Option<TimeSpan?> _cellTimeout = Time("--cell-timeout", "Time for a cell that names none itself with // coursekit: timeout 120s. [default: 60s]");
    private readonly Option<TimeSpan?> _notebookTimeout = Time("--notebook-timeout", "Time for a whole notebook. [default: 10m]");
    private readonly Option<TimeSpan?> _restoreTimeout = Time("--restore-timeout", "Time for getting packages (#r \"nuget:…\"), beside the cell's own. [default: 3m]");

    private readonly Option<double> _scale = new("--timeout-scale")
    {
        Description = "Multiplies all times, those in cells too: 2 on a machine half as fast.",
        DefaultValueFactory = _ => Defaults.TimeoutScale,
        CustomParser = ParseScale,
        HelpName = "FACTOR",
    };

    private readonly Option<PlotlySource?> _plotly = Plotly();
    private readonly Option<bool> _skip = new("--skip-unsupported") { Description = "Leaves out cells in languages that do not run here (F#, PowerShell, SQL); else they fail." };
    private readonly Option<string?> _junit = new("--junit") { Description = "Writes the results as JUnit's XML, for build servers.", HelpName = "FILE" };
    private readonly Option<string?> _trx = new("--trx") { Description = "Writes the results as TRX, the format of dotnet test.", HelpName = "FILE" };
    private readonly Option<bool> _json = new("--json") { Description = "Prints the run as JSON, one event a line, and nothing else; guides/ci.md has the schema." };
    private readonly GivenOptions _given = new();
    private readonly ManyOptions _many = new();

    /// <param name="incremental">Whether notebooks may be left out that have not changed.</param>
    public IEnumerable<Option> All(bool incremental) =>
    [
        _output, _cellTimeout, _notebookTimeout, _restoreTimeout, _scale, _plotly, _skip, _junit, _trx, _json, .. _many.All(incremental), .. _given.All,
    ];

    /// <summary>What was typed.</summary>
    public NotebookRun Read(ParseResult parsed) => new()
    {
        Options = () => Options(parsed),
        Filter = found => _many.Filter(found, parsed),
        Files = new ResultFiles(parsed.GetValue(_junit), parsed.GetValue(_trx)),
        Json = parsed.GetValue(_json),
    };

    /// <exception cref="ParameterException">Something else than a name with a value was given.</exception>
    private RunOptions Options(ParseResult parsed) => _many.Into(Defaults, parsed) with
    {
        Given = _given.Read(parsed),
        SkipUnsupported = parsed.GetValue(_skip),
        OutputFolder = parsed.GetRequiredValue(_output),
        CellTimeout = parsed.GetValue(_cellTimeout) ?? Defaults.CellTimeout,
        NotebookTimeout = parsed.GetValue(_notebookTimeout) ?? Defaults.NotebookTimeout,
        RestoreTimeout = parsed.GetValue(_restoreTimeout) ?? Defaults.RestoreTimeout,
        TimeoutScale = parsed.GetValue(_scale),
        Plotly = parsed.GetValue(_plotly) ?? Defaults.Plotly,
    };

    private static Option<TimeSpan?> Time(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => Duration.TryParse(result.Tokens[0].Value, out var time)
            ? time
            : Refuse<TimeSpan?>(result, $"{name}: a time such as 90s or 5m is required; received \"{result.Tokens[0].Value}\"."),
        HelpName = "TIME",
    };

    private static Option<PlotlySource?> Plotly() => new("--plotly")
    {
        Description = "Where the pages' charts get plotly.js, to become interactive: cdn (when the page is opened), inline (a copy, 5 MB a page), none. [default: cdn]",
        CustomParser = result => Enum.GetNames<PlotlySource>().FirstOrDefault(name => name.Equals(result.Tokens[0].Value, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<PlotlySource>(name)
            : Refuse<PlotlySource?>(result, $"--plotly: cdn, inline or none is required; received \"{result.Tokens[0].Value}\"."),
        HelpName = "SOURCE",
    };

    private static double ParseScale(ArgumentResult result) =>
        double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var scale) && scale is > 0 and <= 1000
            ? scale
            : Refuse<double>(result, $"--timeout-scale: a factor above 0, at most 1000, is required; received \"{result.Tokens[0].Value}\".");

    private static T? Refuse<T>(ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
