using CourseKit.Notebooks.Authoring;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Tests.Authoring;

public class StudentVersionTests
{
    /// <summary>One of every shape that a solution may have.</summary>
    private static readonly string[] Teachers =
    [
        "#!markdown\n\n# Stubs\n\n<!-- BEGIN SOLUTION -->\nBecause.\n<!-- END SOLUTION -->\n",
        "#!markdown\n\n<!-- coursekit: teacher-only -->\n\nThe answer is 42.\n",
        "using System.IO;\n// BEGIN SOLUTION\nstatic double Square(double x) // by hand\n{\n    return Power(x, 2);\n}\nstatic double Power(double x, int n) => Math.Pow(x, n);\n// END SOLUTION",
        "static double[] Softmax(double[] z)\n{\n    var max = z.Max();\n    // BEGIN SOLUTION\n    var exp = z.Select(v => Math.Exp(v - max)).ToArray();\n    var sum = exp.Sum();\n    // END SOLUTION\n    return exp;\n}",
        "// BEGIN SOLUTION\nvar table = Enumerable.Range(0, 3).ToDictionary(i => i, i => new[] { i * 1.5 });\nvar (low, high) = (0.25, 4);\nfor (var i = 0; i < 3; i++) { table[i][0] += i; }\nvar helper = 1;\n// END SOLUTION\nConsole.WriteLine(table.Count + low + high);",
        "// BEGIN SOLUTION\nabstract class Layer(int size)\n{\n    public int Size => size * 2;\n    public string Name { get; init; } = \"secret\";\n    public abstract double Call(double x);\n}\nsealed class Dense(int size) : Layer(size + 7)\n{\n    private readonly double[] _weights = new double[size];\n    public const int Most = 512;\n    public Dense() : this(31) { Name = \"dense\"; }\n    public double this[int i] { get => _weights[i]; set => _weights[i] = value; }\n    public override double Call(double x)\n    {\n        return Helper(x);\n    }\n    private double Helper(double x) => x * _weights[0];\n    public static Dense operator +(Dense a, Dense b) => a;\n}\nenum Mode { Train, Test }\nrecord Point(double X, double Y);\n// END SOLUTION",
        "class Counter\n{\n    private int _count = 5;\n    // BEGIN SOLUTION\n    public void Add(int n)\n    {\n        _count += n;\n    }\n    public int Value { get { return _count; } }\n    // END SOLUTION\n}",
        "static int Least(int[] values)\n{\n    var least = int.MaxValue;\n    foreach (var value in values)\n        if (value < least)\n        {\n            // BEGIN SOLUTION\n            // STUB: least = 0;   // mend this\n            least = value;\n            // END SOLUTION\n        }\n    return least;\n}",
        "// BEGIN SOLUTION\nSquare(3)\n// END SOLUTION",
        "static async Task<int> Later()\n{\n    // BEGIN SOLUTION\n    await Task.Yield();\n    return 3;\n    // END SOLUTION\n}\nstatic IEnumerable<int> Two()\n{\n    // BEGIN SOLUTION\n    yield return 1;\n    yield return 2;\n    // END SOLUTION\n}",
        "// coursekit: test square (2 points)\nif (Square(3) != 9)\n    throw new Exception(\"Square(3): 9 is required.\");\n// BEGIN HIDDEN TESTS\nif (Square(-1.5) != 2.25)\n    throw new Exception(\"no\");\n// END HIDDEN TESTS",
        "// coursekit: teacher-only\n// coursekit: test dense (3 points)\nif (new Dense(3) { Name = \"x\" }.Size != 20 || Dense.Most != 512)\n    throw new Exception();",
        "// coursekit: expect compile-error CS0029\nint wrong = \"text\";",
    ];

    [Fact]
    public void Solutions_become_stubs_that_compile_and_what_is_hidden_is_gone()
    {
        var assignment = Notebook.Assignment(Teachers);

        var version = StudentVersion.Of(assignment, "kit/CourseKit.dll");

        Approved.Check(DibFormat.Write(version.Document), "Students.dib");
        Assert.Empty(NotebookCompilation.Of(version.Document, "students.dib").Problems);
        Assert.Equal([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13], version.TeachersNumber);
    }

    [Fact]
    public void The_library_is_taken_from_the_kit_and_nothing_else_of_the_code_changes()
    {
        var assignment = Notebook.Assignment($"  #r \"{Repository.PathOf("artifacts", "kit").Replace('\\', '/')}/CourseKit.dll\"\nusing CourseKit.Data;\nvar s = 1;");

        var version = StudentVersion.Of(assignment, "kit/CourseKit.dll");

        Assert.Equal("  #r \"kit/CourseKit.dll\"\nusing CourseKit.Data;\nvar s = 1;", version.Document.Cells[0].Source);
    }

    [Fact]
    public void Of_a_notebook_that_is_no_assignment_the_teachers_cells_are_gone_and_outputs_too()
    {
        var document = new NotebookDocument
        {
            Cells =
            [
                new NotebookCell { Kernel = "csharp", Source = "1", Id = "one", ExecutionCount = 3, Outputs = [new StreamOutput("stdout", "1\n")] },
                new NotebookCell { Kernel = "csharp", Source = "// coursekit: teacher-only\n2" },
            ],
        };

        var cell = Assert.Single(StudentVersion.Of(Assignment.Read(document, "lesson.ipynb"), null).Document.Cells);

        Assert.Equal(("1", "", null, 0), (cell.Source, cell.Id, cell.ExecutionCount, cell.Outputs.Count));
    }

    [Fact]
    public void What_no_stub_can_be_made_of_is_said_all_at_once()
    {
        var error = Assert.Throws<AssignmentException>(() => StudentVersion.Of(Notebook.Assignment(WithoutStub), null));

        Approved.Check(error.Message + "\n", "Stubs.txt");
    }

    [Fact]
    public void A_teachers_version_that_does_not_compile_is_refused_with_its_lines()
    {
        var error = Assert.Throws<AssignmentException>(() => StudentVersion.Of(Notebook.Assignment("var x = 1;\nvar y = z;", "int t = \"\";", "#!csharp\n\n#!import other.dib"), null));

        Assert.Equal(["hw1.dib(4), cell 1, line 2: CS0103: The name 'z' does not exist in the current context",
            "hw1.dib(8), cell 2, line 1: CS0029: Cannot implicitly convert type 'string' to 'int'",
            "#!import: an assignment that stands on its own is required; the students do not have that file. Put its code into a cell."],
            error.Problems.Select(problem => problem.Message.StartsWith("#!", StringComparison.Ordinal) ? problem.Message : problem.ToString()));
    }

    internal static readonly string[] WithoutStub =
    [
        "var loss =\n// BEGIN SOLUTION\n1 + 2\n// END SOLUTION\n;",
        "// BEGIN SOLUTION\n\n// END SOLUTION",
        "// BEGIN SOLUTION\nvar pair = new { A = 1 };\n// END SOLUTION",
        "pair.A",
        "#!html\n\n<!-- BEGIN SOLUTION -->\n<b>x</b>\n<!-- END SOLUTION -->",
    ];
}
