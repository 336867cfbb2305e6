using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Authoring;

/// <summary>The students' version of an assignment as a folder: notebook, README, library and runner.</summary>
public sealed class AssignmentRelease
{
    private const string Reference = "kit/CourseKit.dll";
    private const string Readme = "README.md";

    private readonly Assignment _assignment;
    private readonly ReleaseOptions _options;
    private readonly StudentVersion _version;

    private AssignmentRelease(Assignment assignment, ReleaseOptions options)
    {
        (_assignment, _options) = (assignment, options);
        _version = StudentVersion.Of(assignment, Reference);
    }

    /// <summary>The files, with <c>/</c>, in order.</summary>
    public IReadOnlyList<string> Files { get; private set; } = [];

    /// <summary>The students' notebook.</summary>
    public NotebookDocument Document => _version.Document;

    /// <summary>How many solutions became stubs.</summary>
    public int Stubs => Shown.Sum(cell => cell.Solutions.Count());

    /// <summary>How many tests, or parts of tests, are left out.</summary>
    public int HiddenTests => Shown.Sum(cell => cell.Regions.Count(region => region.Kind == MarkKind.HiddenTests))
        + _assignment.TestCells.Count(cell => cell.Directives.IsTeacherOnly);

    /// <summary>How many other cells are left out.</summary>
    public int TeachersCells => _assignment.Cells.Count(cell => cell.Directives is { IsTeacherOnly: true, Tests: null });

    private IEnumerable<AssignmentCell> Shown => _assignment.Cells.Where(cell => !cell.Directives.IsTeacherOnly);

    /// <summary>Makes a release, all of it or nothing; the same input gives the same bytes.</summary>
    /// <param name="assignment">The teacher's version.</param>
    /// <param name="options">Where it goes and what goes with it.</param>
    /// <exception cref="AssignmentException">One of the two versions does not compile, or something that is to stay secret would be seen.</exception>
    /// <exception cref="NotebookFormatException">The notebook cannot be written in the format asked for.</exception>
    /// <exception cref="IOException">The folder cannot be written to, or holds something else.</exception>
    public static AssignmentRelease Write(Assignment assignment, ReleaseOptions options)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        ArgumentNullException.ThrowIfNull(options);
        var release = new AssignmentRelease(assignment, options);
        release.RefuseForeignFiles();
        var folder = Path.GetFullPath(options.OutputFolder);
        // Beside the folder, for a move from one disk to another is none.
        var unfinished = Directory.CreateDirectory(Path.TrimEndingDirectorySeparator(folder) + ".part");
        try
        {
            release.Fill(unfinished.FullName);
            release.Check(unfinished.FullName);
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.Move(unfinished.FullName, folder);
        }
        finally
        {
            if (unfinished.Exists && Directory.Exists(unfinished.FullName))
                unfinished.Delete(recursive: true);
        }
        return release;
    }

    private string Notebook => _assignment.Name + ".dib";

    private IEnumerable<string> Notebooks => _options.Ipynb ? [Notebook, _assignment.Name + ".ipynb"] : [Notebook];

    private void RefuseForeignFiles()
    {
        if (!Directory.Exists(_options.OutputFolder))
            return;
        string[] own = [Notebook, _assignment.Name + ".ipynb", Readme, "kit", .. _options.With.Select(file => Path.GetFileName(file)!)];
        string[] foreign = [.. Directory.EnumerateFileSystemEntries(_options.OutputFolder).Select(entry => Path.GetFileName(entry)!).Except(own).Order(StringComparer.Ordinal)];
        if (foreign.Length > 0)
            throw new IOException($"{_options.OutputFolder}: an empty folder, or an earlier release of {_assignment.Name}, is required, for it is replaced; " +
                $"this one holds {string.Join(", ", foreign.Take(3))}{(foreign.Length > 3 ? ", …" : "")}. Choose another with --out.");
        if (Path.GetFullPath(_options.OutputFolder) == Path.GetDirectoryName(Path.GetFullPath(_assignment.Path)))
            throw new IOException($"{_options.OutputFolder}: another folder than the teacher's own is required, for it is replaced. Choose another with --out.");
    }

    private void Fill(string folder)
    {
        foreach (var name in Notebooks)
            NotebookFile.Save(_version.Document, Path.Combine(folder, name));
        var kit = Directory.CreateDirectory(Path.Combine(folder, "kit")).FullName;
        File.WriteAllText(Path.Combine(kit, _assignment.Name + ".json"), AssignmentManifest.Of(_assignment, _version).ToJson());
        File.WriteAllText(Path.Combine(folder, Readme), ReleaseReadme.Write(_assignment, Notebook, _options.Command).ReplaceLineEndings("\n"));
        foreach (var file in _options.With)
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        Files = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Concat(_options.Kit.Select(file => Path.Combine(folder, file.Name)))
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        foreach (var file in _options.Kit)
        {
            var copy = Path.Combine(folder, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file.Source, copy, overwrite: true);
        }
    }

    /// <summary>Looks at what was written; the other files are made of the notebook's cells alone.</summary>
    private void Check(string folder)
    {
        var leaks = new LeakCheck(_assignment, _version.Document, _options.Allowed);
        List<AssignmentProblem> found = [.. leaks.In(_version.Document, _version.TeachersNumber)];
        found.AddRange(leaks.In("the notebook's metadata", _version.Document.Metadata.ToJson()));
        foreach (var name in _options.With.Select(file => Path.GetFileName(file)!).Prepend(Readme))
            found.AddRange(leaks.In(name, File.ReadAllText(Path.Combine(folder, name))));
        if (found.Count > 0)
            throw new AssignmentException($"{_assignment.Path}: a release without a word of solutions and hidden tests is required", found);
        var path = Path.Combine(folder, Notebook);
        if (NotebookCompilation.Of(NotebookFile.Load(path), path).Problems is { Count: > 0 } problems)
            throw new AssignmentException($"{_assignment.Path}: a students' version that compiles is required (write // STUB: with what they get, or let a test name what it needs)", problems);
    }
}
