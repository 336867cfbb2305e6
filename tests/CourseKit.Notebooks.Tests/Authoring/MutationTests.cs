using CourseKit.Notebooks.Authoring;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Tests.Authoring;

public class MutationTests
{
    private static readonly AssignmentCell Cell = Notebook.Assignment("""
        static double Best(double[] values, bool largest = true)
        {
            // BEGIN SOLUTION
            var best = values[0];
            for (var i = 1; i < values.Length; i++)
            {
                if (largest && !(values[i] <= best) || !largest && values[i] < -best)
                    best = Math.Max(values[i], best);
                Console.WriteLine(best);
            }
            return best * 0.5 + 1;
            // END SOLUTION
        }
        """).Cells[0];

    [Fact]
    public void Every_kind_of_small_mistake_is_made_inside_the_marks_and_nowhere_else()
    {
        var mutations = new SolutionMutations(Cell, Cell.Regions[0]).Take(99);

        Assert.Equal("""
            4: 0 -> 1
            5: 1 -> 0
            5: < -> <=
            7: && -> ||
            7: ! -> nothing
            7: <= -> <
            7: || -> &&
            7: ! -> nothing
            7: && -> ||
            7: < -> <=
            7: - -> nothing
            8: best = Math.Max(values[i], best); -> ;
            8: Max -> Min
            9: Console.WriteLine(best); -> ;
            11: best * 0.5 + 1 -> default!
            11: * -> /
            11: 0.5 -> (2 * 0.5 + 1)
            11: + -> -
            11: 1 -> 0
            """.ReplaceLineEndings("\n"), string.Join('\n', mutations.OrderBy(mutation => mutation.Line).Select(mutation => $"{mutation.Line}: {mutation.Before} -> {mutation.After}")));
        Assert.All(mutations, mutation => Assert.NotEqual(Cell.Cell.Source, mutation.Source));
    }

    [Fact]
    public void Of_many_mistakes_each_kind_comes_in_turn_and_always_the_same()
    {
        var few = new SolutionMutations(Cell, Cell.Regions[0]).Take(6);

        Assert.Equal(["0 1", "< <=", "! nothing", "best = Math.Max(values[i], best); ;", "Max Min", "best * 0.5 + 1 default!"], few.Select(mutation => $"{mutation.Before} {mutation.After}"));
        Assert.Equal(few, new SolutionMutations(Cell, Cell.Regions[0]).Take(6));
    }

    [Theory]
    [InlineData("// BEGIN SOLUTION\nstatic int F() => 1;\nstatic int G() => 2;\n// END SOLUTION", "F")]
    [InlineData("// BEGIN SOLUTION\nvar (low, high) = (1, 2);\n// END SOLUTION", "low")]
    [InlineData("// BEGIN SOLUTION\nvar model = 1;\n// END SOLUTION", "model")]
    [InlineData("class Net\n{\n    int F()\n    {\n        // BEGIN SOLUTION\n        return 1;\n        // END SOLUTION\n    }\n}", "F")]
    [InlineData("// BEGIN SOLUTION\nConsole.WriteLine();\n// END SOLUTION", "cell 1")]
    public void A_solution_is_called_as_people_call_it(string source, string name)
    {
        var cell = Notebook.Assignment(source).Cells[0];

        Assert.Equal(name, new SolutionMutations(cell, cell.Regions[0]).Name);
    }

    [Fact]
    public void Only_what_depends_on_a_cell_has_to_run_again()
    {
        string[] sources =
        [
            "static int F(int x) => x;", "var data = new[] { 1 };", "var net = F(2);", "data[0] = 5;", "Console.WriteLine(1);", "class C { int G() => net; }",
            "var list = new List<int>();", "list.Add(net);", "var x = list.Count;",
        ];
        var dependencies = new CellDependencies(sources.Select((source, i) => (i + 1, new NotebookCell { Kernel = "csharp", Source = source })));

        Assert.Equal([3, 6, 8, 9], dependencies.Of(1));
        Assert.Equal([4], dependencies.Of(2));
        Assert.Equal([], dependencies.Of(5));
    }
}
