using System.CommandLine;
using System.Globalization;
using CourseKit.Cli.Run;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Linting;
using CourseKit.Notebooks.Running;

namespace CourseKit.Cli.Lint;

/// <summary><c>coursekit lint PATH…</c></summary>
internal static class LintCommand
{
    private const string Description =
        """
        Checks notebooks: whether they run alike in this runner, in Polyglot Notebooks and in Jupyter, and keep the course's form.

        Exit codes: 0 nothing found · 1 something found · 2 wrong usage · 3 a notebook could not be read · 5 none was there
        """;

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = NotebookPaths.Description, Arity = ArgumentArity.OneOrMore };
        var fix = new Option<bool>("--fix") { Description = "Cures in the files what needs no thinking, and then reports what is left." };
        var command = new Command("lint", Description) { paths, fix };
        paths.Validators.Add(result => NotebookPaths.Check(result, command));
        command.SetAction(parsed => Run(parsed.GetRequiredValue(paths), parsed.GetValue(fix), parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(string[] paths, bool fix, InvocationConfiguration console)
    {
        try
        {
            var notebooks = NotebookFinder.Find(paths);
            var codes = notebooks.Select(path => Check(path, fix, console)).ToList();
            if (codes.Count == 0)
            {
                console.Error.WriteLine(NotebookPaths.Nothing(paths));
                return ExitCode.NothingRan;
            }
            return codes.Max();
        }
        catch (FileNotFoundException error)
        {
            console.Error.WriteLine($"coursekit: {error.Message}");
            return ExitCode.Unreadable;
        }
    }

    private static int Check(string path, bool fix, InvocationConfiguration console)
    {
        try
        {
            var cured = fix ? Linter.Fix(path) : 0;
            var findings = Linter.Check(NotebookFile.Load(path));
            foreach (var finding in findings)
                console.Output.WriteLine(finding.Text(path));
            console.Output.WriteLine($"{(findings.Count == 0 ? "✓" : "✗")} {path}: {Found(findings, cured)}");
            return findings.Count == 0 ? ExitCode.Passed : ExitCode.CellFailed;
        }
        catch (NotebookFormatException error)
        {
            console.Error.WriteLine($"coursekit: {error.Message}");
            return ExitCode.Unreadable;
        }
    }

    private static string Found(IReadOnlyList<LintFinding> findings, int cured)
    {
        var curable = findings.Count(finding => finding.Fix is not null);
        string?[] parts =
        [
            findings.Count == 0 ? "nothing found" : string.Create(CultureInfo.InvariantCulture, $"{findings.Count} found"),
            cured > 0 ? string.Create(CultureInfo.InvariantCulture, $"{cured} cured") : null,
            curable > 0 ? string.Create(CultureInfo.InvariantCulture, $"{curable} of them can be cured with --fix") : null,
        ];
        return string.Join(", ", parts.Where(part => part is not null));
    }
}
