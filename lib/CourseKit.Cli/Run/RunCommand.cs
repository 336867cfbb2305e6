using System.CommandLine;

namespace CourseKit.Cli.Run;

/// <summary><c>coursekit run PATH…</c></summary>
internal static class RunCommand
{
    private const string Description = "Runs notebooks; leaves for each an .ipynb with its outputs and a page for people (.html).";

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = NotebookPaths.Description, Arity = ArgumentArity.OneOrMore };
        var settings = new RunSettings();
        var command = new Command("run", Description) { paths };
        foreach (var option in settings.All(incremental: true))
            command.Options.Add(option);
        paths.Validators.Add(result => NotebookPaths.Check(result, command));
        command.SetAction((parsed, cancellation) => settings.Read(parsed).ExecuteAsync(parsed.GetRequiredValue(paths), cancellation));
        return command;
    }
}
