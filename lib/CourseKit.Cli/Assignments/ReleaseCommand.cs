using System.CommandLine;
using System.Globalization;
using CourseKit.Cli.Kit;
using CourseKit.Notebooks.Authoring;
using CourseKit.Notebooks.Running;

namespace CourseKit.Cli.Assignments;

/// <summary><c>coursekit assignment release NOTEBOOK --out FOLDER</c></summary>
internal static class ReleaseCommand
{
    private const string Description =
        """
        Makes the students' version: solutions become stubs, hidden tests, the teacher's own cells and outputs are gone, library and runner
        lie beside it in kit/. Refused if it would not compile, or if a word of what is hidden could be read in it.
        """;

    public static Command Create()
    {
        var notebook = AssignmentCommand.Notebook("The teacher's version (.dib, .ipynb).");
        var output = new Option<string>("--out", "-o") { Description = "Folder for the release; an earlier release in it is replaced.", HelpName = "FOLDER", Required = true };
        var ipynb = new Option<bool>("--ipynb") { Description = "Writes the notebook as .ipynb too." };
        var with = new Option<string[]>("--with") { Description = "Files to hand out beside the notebook.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        var allow = new Option<string[]>("--allow") { Description = "Numbers, strings and names of what is hidden that may be read all the same.", HelpName = "WORD", AllowMultipleArgumentsPerToken = true };
        var command = new Command("release", Description) { notebook, output, ipynb, with, allow };
        command.SetAction(parsed => AssignmentCommand.GuardAsync(parsed.InvocationConfiguration, () =>
        {
            var assignment = Assignment.Load(parsed.GetRequiredValue(notebook));
            var release = AssignmentRelease.Write(assignment, new ReleaseOptions
            {
                OutputFolder = parsed.GetRequiredValue(output),
                Kit = KitFiles.All(),
                Command = KitFiles.Command,
                Ipynb = parsed.GetValue(ipynb),
                With = parsed.GetValue(with) ?? [],
                Allowed = parsed.GetValue(allow) ?? [],
            });
            Report(parsed.InvocationConfiguration.Output, parsed.GetRequiredValue(output), assignment, release);
            return Task.FromResult(true);
        }));
        return command;
    }

    private static void Report(TextWriter output, string folder, Assignment assignment, AssignmentRelease release)
    {
        string[] own = [.. release.Files.Where(file => !file.StartsWith("kit/", StringComparison.Ordinal))];
        output.WriteLine($"✓ {folder}: {string.Join(", ", own)}, and kit/ with library and runner");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Count(release.Stubs, "solution")} became {(release.Stubs == 1 ? "a stub" : "stubs")}; {Count(release.HiddenTests, "hidden test")} and " +
            $"{Count(release.TeachersCells, "cell")} of the teacher's left out"));
        output.WriteLine($"  {Count(assignment.Tests.Count, "test")} ({GradedTask.Text(assignment.TestPoints)}), " +
            $"{Count(assignment.Questions.Count, "question")} ({GradedTask.Text(assignment.QuestionPoints)})");
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
