namespace CourseKit.Cli.Tests.Run;

public sealed class ParameterTests : IDisposable
{
    private const string Notebook = """
        #!csharp

        enum Size { Small, Large }

        #!csharp

        // coursekit: parameters
        var mode = "quick";         // "quick" or "full"
        int[] hidden = [50, 30];
        var size = Size.Small;      // of the pictures
        double? rate = null;

        #!csharp

        Console.WriteLine($"{mode} {hidden.Length} {size} {rate}");
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Values_come_from_the_command_line_and_before_that_from_files()
    {
        _folder.Write("nb.dib", Notebook);
        _folder.Write("p.yaml", "mode: from the file\nrate: 0.5\n");

        var run = await CourseKitProcess.RunAsync(_folder.Path, ["run", "nb.dib", "--parameters", "p.yaml", "-p", "mode=full", "-p", "hidden=[1]", "-p", "size=large"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("full 1 Large 0.5", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mod=full", "coursekit: Parameter mod: unknown. Did you mean \"mode\"? Known: mode, hidden, size, rate.\n")]
    [InlineData("mode", "coursekit: -p: a name and a value are required; received \"mode\". Write -p name=value\n")]
    public async Task A_wrong_name_is_wrong_usage(string given, string said)
    {
        _folder.Write("nb.dib", Notebook);

        var run = await CourseKitProcess.RunAsync(_folder.Path, ["run", "nb.dib", "-p", given]);

        Assert.Equal((2, said), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_fails_the_cell()
    {
        _folder.Write("nb.dib", Notebook);

        var run = await CourseKitProcess.RunAsync(_folder.Path, ["run", "nb.dib", "-p", "rate=fast"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Parameter rate: a value of type Nullable<Double> is required; received fast.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describe_lists_names_types_and_defaults()
    {
        _folder.Write("nb.dib", Notebook);

        var table = await CourseKitProcess.RunAsync(_folder.Path, ["describe", "nb.dib"]);
        var json = await CourseKitProcess.RunAsync(_folder.Path, ["describe", "nb.dib", "--json"]);

        Approved.Check(table.Out + table.Error + json.Out + json.Error, "Describe.txt");
    }

    [Fact]
    public async Task Questions_are_answered_and_secrets_stay_out_of_every_file()
    {
        const string Secret = "hush-hush-7";
        _folder.Write("nb.dib", """
            #!csharp

            // coursekit: parameters
            var token = "";

            #!csharp

            var name = await GetInputAsync("Your name?");
            Console.WriteLine($"Hello {name}: {token.Length} characters");
            Console.Error.Write(token);
            foreach (var letter in token) Console.Write(letter);
            token.Display();
            HTML($"<b title='{token}'>b</b>")

            #!csharp

            throw new Exception(token);
            """);

        var run = await CourseKitProcess.StartAsync("dotnet", _folder.Path,
            [CourseKitProcess.Dll, "run", "nb.dib", "--secret", "token=COURSEKIT_TEST_SECRET", "--input", "Your name?=Ada", "--out", "out"],
            ("COURSEKIT_TEST_SECRET", Secret));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Hello Ada: 11 characters", run.Out, StringComparison.Ordinal);
        var files = Directory.GetFiles(System.IO.Path.Combine(_folder.Path, "out")).Select(File.ReadAllText).ToList();
        Assert.NotEmpty(files);
        Assert.All(files.Append(run.Out + run.Error), text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
    }
}
