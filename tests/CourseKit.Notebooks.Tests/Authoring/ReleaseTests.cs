using CourseKit.Notebooks.Authoring;

namespace CourseKit.Notebooks.Tests.Authoring;

public sealed class ReleaseTests : IDisposable
{
    private static readonly string[] Cells =
    [
        "#!markdown\n\n# Squares\n",
        "// BEGIN SOLUTION\nstatic double Square(double x) => x * x;\n// END SOLUTION",
        "// coursekit: test square (2 points)\nif (Square(3) != 9) throw new Exception(\"Square(3): 9 is required.\");\n// BEGIN HIDDEN TESTS\nif (Square(12.5) != 156.25) throw new Exception();\n// END HIDDEN TESTS",
        "#!markdown\n\n<!-- coursekit: question why (3 points, manual) -->\nWhy?\n",
        "// coursekit: teacher-only\nSquare(4)",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("coursekit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_release_is_a_folder_with_notebook_readme_and_kit_and_the_same_bytes_each_time()
    {
        var first = Release("one", options => options with { Ipynb = true, With = [Write("points.csv", "x,y\n1,1\n")] });
        var second = Release("two", options => options with { Ipynb = true, With = [Path.Combine(_folder, "points.csv")] });

        Assert.Equal(["README.md", "hw1.dib", "hw1.ipynb", "kit/CourseKit.dll", "kit/hw1.json", "kit/runner/coursekit.dll", "points.csv"], first.Files);
        Assert.Equal((1, 1, 1), (first.Stubs, first.HiddenTests, first.TeachersCells));
        Assert.All(second.Files, file => Assert.Equal(Bytes("one", file), Bytes("two", file)));
        Assert.Contains("Square(double x) => throw new NotImplementedException", File.ReadAllText(At("one", "hw1.ipynb")), StringComparison.Ordinal);
        Approved.Check(File.ReadAllText(At("one", "README.md")), "Readme.md");
        Approved.Check(File.ReadAllText(At("one", "kit/hw1.json")), "Manifest.json");
    }

    [Fact]
    public void It_replaces_an_earlier_release_and_nothing_else()
    {
        Release("out", options => options with { Ipynb = true });

        Release("out", options => options);

        Assert.False(File.Exists(At("out", "hw1.ipynb")));
        Write("out/solved-by-anna.dib", "");
        Assert.Contains("this one holds solved-by-anna.dib", Assert.Throws<IOException>(() => Release("out", options => options)).Message, StringComparison.Ordinal);
        Assert.True(File.Exists(At("out", "hw1.dib")));
    }

    [Fact]
    public void A_file_beside_it_that_gives_something_away_is_refused_and_nothing_is_left()
    {
        var answers = Write("answers.txt", "Square(12.5) is 156.25");

        var error = Assert.Throws<AssignmentException>(() => Release("out", options => options with { With = [answers] }));

        Assert.Equal(["answers.txt: \"12.5\" of", "answers.txt: \"156.25\" of"], error.Problems.Select(problem => string.Join(' ', problem.Message.Split(' ')[..3])));
        Assert.False(Path.Exists(At("out", "")) || Path.Exists(At("out.part", "")));
    }

    [Fact]
    public void A_students_version_that_does_not_compile_is_refused()
    {
        var error = Assert.Throws<AssignmentException>(() => Release("out", options => options,
            "// BEGIN SOLUTION\n// STUB: static double Square(double x) => ;\nstatic double Square(double x) => x * x;\n// END SOLUTION", Cells[2]));

        Assert.StartsWith("hw1.dib(3), cell 1, line 1: CS1525", error.Problems[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("a students' version that compiles is required", error.Message, StringComparison.Ordinal);
    }

    private AssignmentRelease Release(string name, Func<ReleaseOptions, ReleaseOptions> with, params string[] cells) =>
        AssignmentRelease.Write(Notebook.Assignment(cells.Length == 0 ? Cells : cells), with(new ReleaseOptions
        {
            OutputFolder = At(name, ""),
            Command = "dotnet kit/runner/coursekit.dll",
            Kit = [new("kit/CourseKit.dll", Write("a.dll", "library")), new("kit/runner/coursekit.dll", Write("b.dll", "runner"))],
        }));

    private string At(string release, string file) => Path.TrimEndingDirectorySeparator(Path.Combine(_folder, release, file));

    private byte[] Bytes(string release, string file) => File.ReadAllBytes(At(release, file));

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
