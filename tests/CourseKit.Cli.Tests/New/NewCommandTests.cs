namespace CourseKit.Cli.Tests.New;

/// <summary><c>coursekit new</c> and <c>dotnet new</c>.</summary>
public sealed class NewCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_new_course_lints_and_runs_with_its_own_kit()
    {
        var made = await CourseKitProcess.RunAsync(_folder.Path, "new", "course", "nets");
        Assert.Equal((0, ""), (made.ExitCode, made.Error));

        var lint = await Kit("lint", "notebooks");
        var run = await Kit("run", "notebooks");
        var notebook = await Kit("new", "notebook", "notebooks/02-perceptron");
        var again = await Kit("new", "notebook", "notebooks/02-perceptron.dib");

        Assert.True(lint.ExitCode == 0, lint.Out + lint.Error);
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Equal(0, notebook.ExitCode);
        Assert.Contains("\n# 02-perceptron\n", _folder.Read("nets/notebooks/02-perceptron.dib"), StringComparison.Ordinal);
        Assert.Equal((2, "coursekit: notebooks/02-perceptron.dib: a new file is required; this one is there already. Choose another name.\n"), (again.ExitCode, again.Error));
        Assert.Contains("nets: a folder that is new or empty is required", (await CourseKitProcess.RunAsync(_folder.Path, "new", "course", "nets")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assignment_refers_to_the_nearest_kit()
    {
        _folder.Write("artifacts/kit/CourseKit.dll", "");

        await CourseKitProcess.RunAsync(_folder.Path, "new", "assignment", "notebooks/assignments/hw7");

        Assert.Contains("#r \"../../artifacts/kit/CourseKit.dll\"\n", _folder.Read("notebooks/assignments/hw7.dib"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_package_for_dotnet_new_makes_the_same_files()
    {
        var package = Directory.EnumerateFiles(Repository.PathOf("artifacts", "package"), "CourseKit.Templates.*.nupkg", SearchOption.AllDirectories).Single();
        var hive = Path.Combine(_folder.Path, "hive");
        await DotnetNew("install", package);
        await DotnetNew("coursekit-course", "-n", "nets", "-o", "theirs");
        await DotnetNew("coursekit-assignment", "-n", "hw2", "-o", "theirs/assignments");

        await CourseKitProcess.RunAsync(_folder.Path, "new", "course", "ours/nets");
        await CourseKitProcess.RunAsync(_folder.Path, "new", "assignment", "ours/nets/assignments/hw2");

        Assert.Equal(Files("ours/nets"), Files("theirs"));

        async Task DotnetNew(params string[] arguments)
        {
            var run = await CourseKitProcess.StartAsync("dotnet", _folder.Path, ["new", .. arguments, "--debug:custom-hive", hive]);
            Assert.True(run.ExitCode == 0, run.Out + run.Error);
        }
    }

    [Fact]
    public void The_course_begins_with_the_same_notebook_and_assignment_as_the_other_templates_make()
    {
        Assert.Equal(Template("assignment/AssignmentName.dib").Replace("AssignmentName", "hw1", StringComparison.Ordinal), Template("course/assignments/hw1.dib"));
        Assert.Equal(Template("notebook/NotebookName.dib").Replace("NotebookName", "01-first-steps", StringComparison.Ordinal), Template("course/notebooks/01-first-steps.dib"));
    }

    private static string Template(string file) => File.ReadAllText(Repository.PathOf("lib", "CourseKit.Templates", "content", file));

    private Task<CourseKitProcess> Kit(params string[] arguments) =>
        CourseKitProcess.StartAsync("dotnet", Path.Combine(_folder.Path, "nets"), ["kit/runner/coursekit.dll", .. arguments], ("COURSEKIT_OFFLINE", "1"));

    /// <summary>Paths and texts, without the kit, which dotnet new does not bring.</summary>
    private IEnumerable<(string, string)> Files(string root)
    {
        var folder = Path.Combine(_folder.Path, root);
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("kit/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(file => (file, File.ReadAllText(Path.Combine(folder, file)).ReplaceLineEndings("\n")))];
    }
}
