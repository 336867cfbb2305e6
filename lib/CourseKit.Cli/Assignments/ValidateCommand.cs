using System.CommandLine;
using CourseKit.Notebooks.Authoring;
using CourseKit.Notebooks.Running;

namespace CourseKit.Cli.Assignments;

/// <summary><c>coursekit assignment validate NOTEBOOK</c></summary>
internal static class ValidateCommand
{
    private const string Description =
        """
        What a student runs before handing in: the tests that can be seen, as they were handed out, and what is missing, changed,
        unwritten or does not compile. More tests may run when the work is graded.
        """;

    public static Command Create()
    {
        var notebook = AssignmentCommand.Notebook("What will be handed in, in the folder in which it was got: kit/ lies beside it.");
        var json = new Option<string?>("--json") { Description = "Writes the results of the tests to a file.", HelpName = "FILE" };
        var command = new Command("validate", Description) { notebook, json };
        command.SetAction((parsed, cancellation) => AssignmentCommand.GuardAsync(parsed.InvocationConfiguration, async () =>
        {
            var path = parsed.GetRequiredValue(notebook);
            var report = await SubmissionValidation.RunAsync(path, AssignmentCommand.Options(), cancellation);
            Write(parsed.InvocationConfiguration.Output, path, report);
            if (parsed.GetValue(json) is { } file)
                await File.WriteAllTextAsync(file, ResultsJson.Write([report.Result]), cancellation);
            return report.IsReady;
        }));
        return command;
    }

    private static void Write(TextWriter output, string path, ValidationReport report)
    {
        foreach (var test in report.Result.Tests)
        {
            output.WriteLine($"{(test.Passed ? "✓" : "✗")} {test.Name} ({GradedTask.Text(test.Points)})");
            foreach (var line in test.Message?.Split('\n') ?? [])
                output.WriteLine($"    {line}");
        }
        foreach (var problem in report.Problems)
            output.WriteLine($"! {problem}");
        output.WriteLine(report.IsReady
            ? $"✓ {path}: ready to be handed in; {report.Result} so far"
            : $"✗ {path}: not ready; {report.Result} so far");
    }
}
