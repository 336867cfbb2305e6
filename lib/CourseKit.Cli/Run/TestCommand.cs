using System.CommandLine;
using CourseKit.Notebooks.Approval;
using CourseKit.Notebooks.Running;

namespace CourseKit.Cli.Run;

/// <summary><c>coursekit test PATH…</c></summary>
internal static class TestCommand
{
    private const string Description =
        """
        Runs notebooks and holds what they put out against what is approved: numbers and pictures within a tolerance, words to the letter; times, memory,
        ids and paths are masked. What differs fails its cell.

        Approved outputs are text, one file a notebook: .approved/01-name.txt beside 01-name.dib. The first time, and whenever new outputs are right:
        the same command with --approve. guides/testing.md says more.
        """;

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = NotebookPaths.Description, Arity = ArgumentArity.OneOrMore };
        var approve = new Option<bool>("--approve") { Description = "Takes what comes as approved from now on, of notebooks that pass." };
        var from = new Option<string?>("--from") { Description = "Runs nothing: takes the outputs that coursekit run left in this folder.", HelpName = "FOLDER" };
        var approved = new Option<string?>("--approved") { Description = "Folder of the approved outputs. [default: .approved beside each notebook]", HelpName = "FOLDER" };
        var numbers = Part("--tolerance", "How far numbers may be off: 1%, 0.01. [default: as approved, at first 0.1%]");
        var pictures = Part("--picture-tolerance", "How far pictures may be off. [default: as approved, at first 2%]");
        var settings = new RunSettings();
        var command = new Command("test", Description) { paths, approve, from, approved, numbers, pictures };
        foreach (var option in settings.All(incremental: false))
            command.Options.Add(option);
        paths.Validators.Add(result => NotebookPaths.Check(result, command));
        command.SetAction((parsed, cancellation) =>
        {
            var run = settings.Read(parsed);
            RunOptions Judged()
            {
                var options = run.Options();
                return options with
                {
                    Approval = new OutputApproval(new ApprovalOptions
                    {
                        Folder = parsed.GetValue(approved),
                        ReceivedFolder = options.OutputFolder,
                        Approve = parsed.GetValue(approve),
                        Numbers = parsed.GetValue(numbers),
                        Pictures = parsed.GetValue(pictures),
                    }),
                };
            }
            return (run with { Options = Judged, From = parsed.GetValue(from) }).ExecuteAsync(parsed.GetRequiredValue(paths), cancellation);
        });
        return command;
    }

    private static Option<double?> Part(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (Tolerance.TryParse(result.Tokens[0].Value, out var part))
                return part;
            result.AddError($"{name}: a part such as 1% or 0.01 is required; received \"{result.Tokens[0].Value}\".");
            return null;
        },
        HelpName = "PART",
    };
}
