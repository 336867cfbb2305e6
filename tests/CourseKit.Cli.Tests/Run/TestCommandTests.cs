using System.Text;
using System.Text.RegularExpressions;

namespace CourseKit.Cli.Tests.Run;

/// <summary><c>coursekit test</c>, as a teacher uses it; all that it says is read in one approved file.</summary>
public sealed partial class TestCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringBuilder _said = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task From_the_first_approval_to_a_difference_and_back()
    {
        WriteCourse(loss: "0.5", title: "Loss");
        Assert.Equal(1, await Say("test", "course"));
        Assert.Equal(0, await Say("test", "course", "--approve"));
        // Which of two that run at a time ends first, and so is told of first, nobody knows.
        Assert.Equal(0, (await CourseKitProcess.RunAsync(_folder.Path, "test", "course", "--jobs", "2")).ExitCode);
        Approved.Check(_folder.Read("course/.approved/01-first.txt"), "TestFile.txt");

        WriteCourse(loss: "0.53", title: "Cost");
        Assert.Equal(1, await Say("test", "course", "--filter", "first"));
        Assert.Equal(1, await Say("test", "course", "--from", "artifacts/notebooks"));
        Assert.Equal(1, await Say("test", "course", "--filter", "first", "--tolerance", "10%"));
        Assert.Equal(0, await Say("test", "course", "--filter", "first", "--approve", "--tolerance", "1%"));
        Assert.Contains("numbers within 1 %", _folder.Read("course/.approved/01-first.txt"), StringComparison.Ordinal);

        _folder.Write("course/02-second.dib", "#!csharp\n\"changed since\"\n");
        Assert.Equal(2, await Say("test", "course", "--from", "artifacts/notebooks"));
        Assert.Equal(2, await Say("test", "course", "--tolerance", "much"));
        Assert.Equal(3, await Say("test", "corse"));

        Approved.Check(_said.ToString(), "Test.txt");
    }

    private void WriteCourse(string loss, string title)
    {
        _folder.Write("course/01-first.dib", $$""""
            #!markdown
            # First
            #!csharp
            var loss = {{loss}};
            Console.WriteLine($"Iteration 1, loss = {loss:0.000000}");
            Console.WriteLine($"Wall time: {System.Diagnostics.Stopwatch.GetTimestamp() % 100} ms");
            #!csharp
            """<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><text>{{title}}</text></svg>""".DisplayAs("image/svg+xml");
            new { Name = "sum", Value = 2 + 2 }

            """");
        _folder.Write("course/02-second.dib", "#!csharp\n// coursekit: volatile\nEnvironment.TickCount64\n#!csharp\n\"second\"\n");
    }

    private async Task<int> Say(params string[] arguments)
    {
        var run = await CourseKitProcess.RunAsync(_folder.Path, arguments);
        _said.Append("$ coursekit ").AppendJoin(' ', arguments).Append('\n').Append(Time().Replace(run.Out, "<time>")).Append(run.Error)
            .Append(System.Globalization.CultureInfo.InvariantCulture, $"exit code {run.ExitCode}\n\n");
        return run.ExitCode;
    }

    [GeneratedRegex(@"\d+(\.\d)? m?s\b(, \d+ MB\b)?|(?<=│ )\d{5,}$", RegexOptions.Multiline)]
    private static partial Regex Time();
}
