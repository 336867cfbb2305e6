using System.CommandLine;
using System.Globalization;
using CourseKit.Notebooks.Authoring;

namespace CourseKit.Cli.Assignments;

/// <summary><c>coursekit assignment check NOTEBOOK…</c></summary>
internal static class CheckCommand
{
    private const string Description =
        """
        Tries an assignment before anybody gets it. The teacher's version must earn all points, the students' none; then small
        mistakes are made in each solution, one at a time, and some test must notice. Mistakes that none notices are listed; they
        fail the check with --strict.
        """;

    public static Command Create()
    {
        var notebooks = new Argument<string[]>("NOTEBOOK") { Description = "Teachers' versions (.dib, .ipynb).", Arity = ArgumentArity.OneOrMore };
        var mutations = new Option<int>("--mistakes") { Description = "How many mistakes are made in a solution, at most.", DefaultValueFactory = _ => 15, HelpName = "NUMBER" };
        var strict = new Option<bool>("--strict") { Description = "Every mistake must be noticed." };
        var json = new Option<string?>("--json") { Description = "Writes the results of the tests, of both versions, to a file.", HelpName = "FILE" };
        var command = new Command("check", Description) { notebooks, mutations, strict, json };
        command.SetAction((parsed, cancellation) => AssignmentCommand.GuardAsync(parsed.InvocationConfiguration, async () =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var (well, results) = (true, new List<AssignmentResult>());
            foreach (var path in parsed.GetRequiredValue(notebooks))
            {
                output.WriteLine(path);
                var options = AssignmentCommand.Options() with { Mutations = parsed.GetValue(mutations), Progress = line => output.WriteLine($"  … {line}") };
                var report = await AssignmentCheck.RunAsync(Assignment.Load(path), options, cancellation);
                results.AddRange(report.Students is { } students ? [report.Teacher, students] : [report.Teacher]);
                well &= Write(output, path, report, parsed.GetValue(strict));
            }
            if (parsed.GetValue(json) is { } file)
                await File.WriteAllTextAsync(file, ResultsJson.Write(results), cancellation);
            return well;
        }));
        return command;
    }

    private static bool Write(TextWriter output, string path, CheckReport report, bool strict)
    {
        output.WriteLine($"  the teacher's version earns {report.Teacher}{(report.Students is { } students ? $", the students' {students}" : "")}");
        foreach (var problem in report.Unnoticed)
            output.WriteLine($"  {(strict ? "✗" : "?")} {problem}");
        foreach (var problem in report.Problems)
            output.WriteLine($"  ✗ {problem}");
        var unnoticed = report.Unnoticed.Count();
        var well = report.Problems.Count == 0 && (!strict || unnoticed == 0);
        var looks = unnoticed == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {unnoticed} {(unnoticed == 1 ? "mistake that no test notices is" : "mistakes that no test notices are")} worth a look");
        output.WriteLine(well ? $"✓ {path}: ready to be released{looks}" : $"✗ {path}: not ready{looks}");
        return well;
    }
}
