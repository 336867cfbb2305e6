using CourseKit.Notebooks.Authoring;

namespace CourseKit.Notebooks.Tests.Authoring;

/// <summary>What is said of an assignment that cannot be worked with.</summary>
internal static class AuthoringErrors
{
    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Assignment: marks that are wrong", () => Notebook.Assignment(MarkTests.Wrong)),
        ("Assignment: a teacher's version that does not compile", () => StudentVersion.Of(Notebook.Assignment("var y = z;", "#!csharp\n\n#!import other.dib"), null)),
        ("Assignment: solutions without a stub", () => StudentVersion.Of(Notebook.Assignment(StudentVersionTests.WithoutStub), null)),
        ("Assignment: a list of tests that is none", () => AssignmentManifest.Parse("{}")),
        ("Validate: without the kit", () => Validate(_ => { })),
        ("Validate: with a list of tests that cannot be read", () => Validate(kit => File.WriteAllText(Path.Combine(kit, "hw1.json"), "{}"))),
        ("Release: into a folder with other files", () => Release("other")),
        ("Release: into the teacher's own folder", () => Release("teacher")),
        ("Release: a leak", () => Release("out", "// BEGIN SOLUTION\nvar secret = 3.14159;\n// END SOLUTION", "// 3.14159\nsecret")),
        ("Release: a stub that does not compile", () => Release("out", "// BEGIN SOLUTION\n// STUB: var x = ;\nvar x = 1;\n// END SOLUTION")),
    ];

    private static void Validate(Action<string> fillKit)
    {
        var folder = Directory.CreateTempSubdirectory("coursekit-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "hw1.dib"), "#!csharp\n\n1\n");
            fillKit(Directory.CreateDirectory(Path.Combine(folder, "kit")).FullName);
            SubmissionValidation.RunAsync(Path.Combine(folder, "hw1.dib"), new CheckOptions { StartSession = _ => throw new NotSupportedException() }).GetAwaiter().GetResult();
        }
        catch (IOException error)
        {
            throw new IOException(error.Message.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace('\\', '/'));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Release(string name, params string[] cells)
    {
        var folder = Directory.CreateTempSubdirectory("coursekit-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "teacher"));
            Directory.CreateDirectory(Path.Combine(folder, "other"));
            File.WriteAllText(Path.Combine(folder, "other", "solved.dib"), "");
            AssignmentRelease.Write(
                Notebook.Read(Path.Combine(folder, "teacher", "hw1.dib"), cells.Length == 0 ? ["1"] : cells),
                new ReleaseOptions { OutputFolder = Path.Combine(folder, name), Kit = [], Command = "coursekit" });
        }
        catch (Exception error) when (error is IOException or AssignmentException)
        {
            throw error is IOException
                ? new IOException(error.Message.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))
                : new InvalidOperationException(error.Message.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
