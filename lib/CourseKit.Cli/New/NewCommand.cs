using System.CommandLine;
using System.Text.RegularExpressions;
using CourseKit.Cli.Assignments;
using CourseKit.Cli.Kit;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Cli.New;

/// <summary><c>coursekit new course|assignment|notebook|kit</c></summary>
internal static partial class NewCommand
{
    private const string Description =
        """
        Makes a course, an assignment or a notebook to begin with. dotnet new makes the same from the package CourseKit.Templates.

        Examples:
          coursekit new course neural-networks
          coursekit new assignment assignments/hw2
          coursekit new notebook notebooks/02-perceptron
        """;

    public static Command Create() => new("new", Description)
    {
        Verb("course", "PATH", "A repository with notebooks, assignments, library and runner, and a build server that runs and checks them.", Course),
        Verb("assignment", "PATH", "An assignment (.dib): solutions, tests with points, hidden tests and a question.", (path, output) => Notebook("assignment", path, output)),
        Verb("notebook", "PATH", "A notebook (.dib): goal, setup, idea, question, summary.", (path, output) => Notebook("notebook", path, output)),
        Kit(),
    };

    private static Command Verb(string name, string argument, string description, Action<string, TextWriter> make)
    {
        var path = new Argument<string>(argument) { Description = name == "course" ? "The folder to make." : "The file to make; .dib is added." };
        var command = new Command(name, description) { path };
        command.SetAction(parsed => AssignmentCommand.GuardAsync(parsed.InvocationConfiguration, () =>
        {
            make(parsed.GetRequiredValue(path), parsed.InvocationConfiguration.Output);
            return Task.FromResult(true);
        }));
        return command;
    }

    private static Command Kit()
    {
        var folder = new Argument<string>("FOLDER") { Description = "Where kit/ is to stand.", DefaultValueFactory = _ => "." };
        var command = new Command("kit", "Library and runner in a folder kit/; replaces those of another release.") { folder };
        command.SetAction(parsed => AssignmentCommand.GuardAsync(parsed.InvocationConfiguration, () =>
        {
            CopyKit(parsed.GetRequiredValue(folder));
            parsed.InvocationConfiguration.Output.WriteLine($"✓ {Path.Combine(parsed.GetRequiredValue(folder), "kit").Replace('\\', '/')}: library and runner");
            return Task.FromResult(true);
        }));
        return command;
    }

    private static void Course(string path, TextWriter output)
    {
        var name = NameOf(path);
        if (File.Exists(path) || Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            throw new IOException($"{path}: a folder that is new or empty is required; there is something in this one. Choose another name.");
        foreach (var (file, text) in TemplateFiles.Of("course", name))
            Write(Path.Combine(path, file), text);
        CopyKit(path);
        output.WriteLine($"✓ {path}: notebooks/, assignments/, kit/ and a build server's script. Go there, and run");
        output.WriteLine($"  {KitFiles.Command} run notebooks");
        output.WriteLine($"  {KitFiles.Command} assignment check assignments/hw1.dib");
    }

    private static void Notebook(string template, string path, TextWriter output)
    {
        var file = NotebookFile.IsNotebook(path) ? path : path + ".dib";
        if (Path.Exists(file))
            throw new IOException($"{file}: a new file is required; this one is there already. Choose another name.");
        var (_, text) = TemplateFiles.Of(template, NameOf(Path.GetFileNameWithoutExtension(file))).Single();
        Write(file, Reference().Replace(text, $"#r \"{LibraryFor(file)}\""));
        output.WriteLine($"✓ {file}: open it, or run it with coursekit run {file}");
    }

    private static string NameOf(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, text.ReplaceLineEndings("\n"));
    }

    private static void CopyKit(string folder)
    {
        foreach (var file in KitFiles.All())
        {
            var copy = Path.Combine(folder, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (Path.GetFullPath(copy) != Path.GetFullPath(file.Source))
                File.Copy(file.Source, copy, overwrite: true);
        }
    }

    /// <summary>The nearest kit above the file, as the file names it; <c>../kit</c> where there is none yet.</summary>
    private static string LibraryFor(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        for (var above = new DirectoryInfo(folder); above is not null; above = above.Parent)
            foreach (var kit in new[] { "kit", Path.Combine("artifacts", "kit") })
                if (File.Exists(Path.Combine(above.FullName, kit, "CourseKit.dll")))
                    return Path.GetRelativePath(folder, Path.Combine(above.FullName, kit, "CourseKit.dll")).Replace('\\', '/');
        return "../kit/CourseKit.dll";
    }

    [GeneratedRegex("""#r "[^"]*CourseKit\.dll"$""", RegexOptions.Multiline)]
    private static partial Regex Reference();
}
