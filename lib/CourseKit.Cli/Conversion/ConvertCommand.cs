using System.CommandLine;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Pages;
using CourseKit.Notebooks.Running;

namespace CourseKit.Cli.Conversion;

/// <summary><c>coursekit convert NOTEBOOK… --to FORMAT</c></summary>
internal static class ConvertCommand
{
    private const string Description =
        """
        Writes notebooks in another format. Nothing of them runs; the new file lies beside the old one unless --out names a folder.

        .dib and .ipynb hold each other's cells; .md and .html are for reading. A .dib has no outputs, raw cells or attachments: the first are left
        out, a notebook with the others stays .ipynb, and the error names the cell.
        """;

    private static readonly string[] Formats = ["dib", "ipynb", "md", "html"];

    public static Command Create()
    {
        var paths = new Argument<string[]>("NOTEBOOK") { Description = Run.NotebookPaths.Description, Arity = ArgumentArity.OneOrMore };
        var to = new Option<string>("--to") { Description = $"The new format: {string.Join(", ", Formats)}.", Required = true, HelpName = "FORMAT" };
        to.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var format }] && !Formats.Contains(format))
                result.AddError($"--to: {string.Join(", ", Formats[..^1])} or {Formats[^1]} is required; received \"{format}\".");
        });
        var folder = new Option<string?>("--out", "-o") { Description = "Folder for the new files. [default: beside the old ones]", HelpName = "FOLDER" };
        var absolute = new Option<bool>("--absolute") { Description = "Gives the files that #r, #load, #i and #!import name their full paths, so that the copy runs from anywhere." };
        var force = new Option<bool>("--force") { Description = "Replaces files that are there already." };
        var command = new Command("convert", Description) { paths, to, folder, absolute, force };
        paths.Validators.Add(result => Run.NotebookPaths.Check(result, command));
        command.SetAction(parsed => Convert(
            parsed.GetRequiredValue(paths),
            new Target(parsed.GetRequiredValue(to), parsed.GetValue(folder), parsed.GetValue(absolute), parsed.GetValue(force)),
            parsed.InvocationConfiguration));
        return command;
    }

    private sealed record Target(string Format, string? Folder, bool Absolute, bool Force)
    {
        public string PathOf(string source) =>
            Path.Combine(Folder ?? Path.GetDirectoryName(source) ?? "", $"{Path.GetFileNameWithoutExtension(source)}.{Format}");
    }

    private static int Convert(string[] paths, Target target, InvocationConfiguration console)
    {
        try
        {
            var notebooks = NotebookFinder.Find(paths);
            if (target.Folder is { } folder)
                Directory.CreateDirectory(folder);
            var codes = notebooks.Select(path => Convert(path, target, console)).ToList();
            if (codes.Count > 0)
                return codes.Max();
            console.Error.WriteLine(Run.NotebookPaths.Nothing(paths));
            return ExitCode.NothingRan;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"coursekit: {error.Message}");
            return error is FileNotFoundException ? ExitCode.Unreadable : ExitCode.Usage;
        }
    }

    /// <summary>One that cannot be converted says so, and the others are.</summary>
    private static int Convert(string source, Target target, InvocationConfiguration console)
    {
        var path = target.PathOf(source);
        try
        {
            if (File.Exists(path) && !target.Force)
            {
                console.Error.WriteLine($"coursekit: {path}: a name that is free is required; there is such a file. Replace it with --force, or choose a folder with --out.");
                return ExitCode.Usage;
            }
            var document = NotebookFile.Load(source);
            if (target.Absolute)
                document = AbsolutePaths.Of(document, Path.GetDirectoryName(Path.GetFullPath(source))!);
            if (target.Format == "ipynb")
                document = ExpectedFailures.Tagged(document);
            Save(document, source, path);
            console.Output.WriteLine(path);
            return ExitCode.Passed;
        }
        catch (NotebookFormatException error)
        {
            console.Error.WriteLine($"coursekit: {error.Message}");
            return ExitCode.Unreadable;
        }
    }

    private static void Save(NotebookDocument document, string source, string path)
    {
        if (NotebookFile.IsNotebook(path))
            NotebookFile.Save(document, path);
        else
            File.WriteAllText(path, path.EndsWith(".md", StringComparison.Ordinal) ? MarkdownFormat.Write(document) : NotebookPage.Write(document, source, PlotlySource.Cdn));
    }
}
