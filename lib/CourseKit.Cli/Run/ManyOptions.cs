using System.CommandLine;
using System.Globalization;
using System.IO.Enumeration;
using CourseKit.Notebooks.Running;

namespace CourseKit.Cli.Run;

/// <summary>The options of <c>coursekit run</c> that matter where there are many notebooks.</summary>
internal sealed class ManyOptions
{
    private const int MostJobs = 256;

    private readonly Option<int?> _jobs = new("--jobs", "-j")
    {
        Description = "Notebooks that run at a time; they share the threads of this machine. [default: 1]",
        HelpName = "N",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs is >= 1 and <= MostJobs)
                return jobs;
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"--jobs: a number from 1 to {MostJobs} is required; received \"{result.Tokens[0].Value}\"."));
            return null;
        },
    };

    private readonly Option<bool> _failFast = new("--fail-fast") { Description = "Ends with the first cell that fails." };

    private readonly Option<string?> _filter = new("--filter")
    {
        Description = "Takes only notebooks whose names hold this text, or are of this form: perceptron, \"0*\" with * for any letters.",
        HelpName = "TEXT",
    };

    private readonly Option<bool> _incremental = new("--incremental")
    {
        Description = "Leaves out notebooks that passed before and whose cells, files, library and data have not changed since.",
    };

    /// <param name="incremental">Whether notebooks may be left out that have not changed.</param>
    public IEnumerable<Option> All(bool incremental) => [_jobs, _failFast, _filter, .. incremental ? [_incremental] : (Option[])[]];

    public RunOptions Into(RunOptions options, ParseResult parsed) => options with
    {
        Jobs = parsed.GetValue(_jobs) ?? options.Jobs,
        FailFast = parsed.GetValue(_failFast),
        Incremental = parsed.GetValue(_incremental),
    };

    /// <summary>What the filter leaves.</summary>
    public IReadOnlyList<string> Filter(IReadOnlyList<string> notebooks, ParseResult parsed) => parsed.GetValue(_filter) is { Length: > 0 } form
        ? [.. notebooks.Where(path => Matches(form, Path.GetFileName(path)))]
        : notebooks;

    private static bool Matches(string form, string name) =>
        FileSystemName.MatchesSimpleExpression(form.Contains('*', StringComparison.Ordinal) ? form : $"*{form}*", name);
}
