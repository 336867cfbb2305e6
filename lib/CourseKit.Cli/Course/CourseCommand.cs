using System.CommandLine;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Reports;

namespace CourseKit.Cli.Course;

/// <summary><c>coursekit course FOLDER</c></summary>
internal static class CourseCommand
{
    private const string Description =
        """
        Writes FOLDER/README.md, the course on one page: what each notebook teaches and needs, how long it takes, and what became of each number of the reports.

        What runs gave is kept in a record, so that only what has changed need run again:
          coursekit run notebooks --json > quick.jsonl
          coursekit run notebooks --json -p mode=full > full.jsonl
          coursekit course notebooks --quick quick.jsonl --full full.jsonl
        Without --quick and --full the page is written anew from the notebooks and the record. Only what stands between its two marks is replaced.

        Exit codes: 0 written · 2 wrong usage · 3 a notebook, run or record could not be read · 5 no notebook was there
        """;

    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder of the numbered notebooks." };
        var quick = Runs("--quick", "What a run in quick mode printed with --json. May be given several times; later ones count.");
        var full = Runs("--full", "The same of a run in full mode.");
        var record = new Option<string>("--record")
        {
            Description = "The file in which outcomes are kept.",
            DefaultValueFactory = _ => "data/outcomes.json",
            HelpName = "FILE",
        };
        var command = new Command("course", Description) { folder, quick, full, record };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder),
            parsed.GetRequiredValue(record),
            [.. Files(Outcomes.Quick, parsed.GetValue(quick)), .. Files(Outcomes.Full, parsed.GetValue(full))],
            parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(string folder, string record, IReadOnlyList<(string Mode, string Path)> runs, InvocationConfiguration console)
    {
        try
        {
            var notebooks = Notebooks(folder);
            if (notebooks.Count == 0)
            {
                console.Error.WriteLine(Cli.Run.NotebookPaths.Nothing([folder]));
                return ExitCode.NothingRan;
            }
            var outcomes = runs.Aggregate(Outcomes.Load(record), (so, run) => so.With(RunEvents.Read(run.Path, run.Mode)));
            outcomes = outcomes.Only(name => notebooks.Any(notebook => notebook.Name == name), id => ReportNumber.All.Any(number => number.Id == id));
            var page = Path.Combine(folder, "README.md");
            var text = new CoursePage(notebooks, outcomes).Into(File.Exists(page) ? File.ReadAllText(page) : "", page);
            if (runs.Count > 0)
                File.WriteAllText(record, outcomes.ToJson());
            File.WriteAllText(page, text);
            string Having(string mode, IReadOnlyList<CourseNotebook> those) =>
                Words.Notebooks(those.Count(notebook => outcomes.Of(notebook.Name, mode) is not null), those.Count);
            var quick = Having(Outcomes.Quick, notebooks);
            var full = Having(Outcomes.Full, [.. notebooks.Where(notebook => notebook.HasModes)]);
            console.Output.WriteLine($"{page} written: {quick} with an outcome in quick mode, {full} in full mode");
            return ExitCode.Passed;
        }
        catch (Exception error) when (error is CourseException or NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"coursekit: {error.Message}");
            return ExitCode.Unreadable;
        }
    }

    /// <summary>The notebooks of a folder, in order.</summary>
    /// <exception cref="CourseException">One does not say what the page is to say.</exception>
    internal static IReadOnlyList<CourseNotebook> Notebooks(string folder) => [.. NotebookFinder.Find([folder]).Select(CourseNotebook.Load)];

    private static IEnumerable<(string, string)> Files(string mode, string[]? paths) => (paths ?? []).Select(path => (mode, path));

    private static Option<string[]> Runs(string name, string description) => new(name) { Description = description, HelpName = "FILE" };
}
