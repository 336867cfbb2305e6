namespace CourseKit.Cli.Tests.Run;

/// <summary><c>coursekit run</c>, from the command line to the files that it leaves.</summary>
public sealed class RunCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_runs_its_numbered_notebooks_and_leaves_a_page_and_a_notebook_of_each()
    {
        _folder.Write("course/01-first.dib", "#!markdown\n# First\n#!csharp\nvar x = 6;\nConsole.WriteLine(\"six\");\n#!csharp\nx * 7\n");
        _folder.Write("course/02-second.dib", "#!csharp\n\"second\"\n");
        _folder.Write("course/draft.dib", "#!csharp\nthrow new Exception(\"drafts are not run\");\n");

        var run = await CourseKitProcess.RunAsync(_folder.Path, "run", "course");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(" │ six\n", run.Out, StringComparison.Ordinal);
        Assert.Contains(" │ 42\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n2 of 2 notebooks passed in ", run.Out, StringComparison.Ordinal);
        Assert.Contains("<h1 id=\"first\">First</h1>", _folder.Read("artifacts/notebooks/01-first.html"), StringComparison.Ordinal);
        Assert.Contains("\"text/plain\"", _folder.Read("artifacts/notebooks/01-first.ipynb"), StringComparison.Ordinal);
        Assert.True(_folder.Has("artifacts/notebooks/02-second.ipynb"));
    }

    [Fact]
    public async Task Code_that_ends_the_compiler_ends_its_own_notebook_only_and_is_told_of()
    {
        _folder.Write("course/01-first.dib", "#!csharp\nvar x = 6;\n#!csharp\nx * 7\n");
        _folder.Write("course/02-deep.dib", $"#!csharp\n{new string('{', 20_000)}{new string('}', 20_000)}\n");
        _folder.Write("course/03-third.dib", "#!csharp\nvar x = 3;\n#!csharp\nx * 7\n");

        var run = await CourseKitProcess.RunAsync(_folder.Path, "run", "course", "--jobs", "2");

        Assert.Equal((4, "coursekit: the compiler that the notebooks shared ended. Stack overflow. Their sessions went on with compilers of their own.\n"), (run.ExitCode, run.Error));
        Assert.Contains("02-deep.dib(2), cell 1, line 1: Stack overflow: a method calls itself without end, or too deep.", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n2 of 3 notebooks passed in ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_display_that_changes_is_written_as_it_was_first_and_as_it_is_in_the_end()
    {
        _folder.Write("a.dib", "#!csharp\nvar shown = display(\"one\\n1 of 3\");\nshown.Update(\"one\\n2 of 3\");\nshown.Update(\"one\\n3 of 3\");\n");

        var run = await CourseKitProcess.RunAsync(_folder.Path, "run", "a.dib");

        Assert.Contains("   1 │ one\n   1 │ 1 of 3\n   1 │ 3 of 3\n   1 passed", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_cell_is_named_with_file_line_and_source_and_the_exit_code_is_1()
    {
        _folder.Write("a.dib", "#!markdown\n# A\n\n#!csharp\nvar zero = 0;\n\n#!csharp\nvar x = 1;\nvar y = x / zero;\n\n#!csharp\nx\n");

        var run = await CourseKitProcess.RunAsync(_folder.Path, "run", "a.dib", "--out", "out");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("a.dib(9,9), cell 3, line 2: System.DivideByZeroException: Attempted to divide by zero.", run.Out, StringComparison.Ordinal);
        Assert.Contains("var y = x / zero;", run.Out, StringComparison.Ordinal);
        Assert.Contains("✗ a.dib: 2 passed, 1 failed in ", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n0 of 1 notebook passed in ", run.Out, StringComparison.Ordinal);
        Assert.Contains("DivideByZeroException", _folder.Read("out/a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compile_error_is_named_with_line_and_column_in_the_file()
    {
        _folder.Write("a.dib", "#!csharp\nvar x = 1;\nvar y = z + 1;\n");

        var run = await CourseKitProcess.RunAsync(_folder.Path, "run", "a.dib");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("a.dib(3,9), cell 1, line 2: (2,9): error CS0103: The name 'z' does not exist in the current context", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_over_its_budget_is_stopped_and_the_exit_code_is_4()
    {
        _folder.Write("a.dib", "#!csharp\nwhile (true) { }\n#!csharp\n1\n");

        var run = await CourseKitProcess.RunAsync(_folder.Path, "run", "a.dib", "--cell-timeout", "500ms");

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("   1 TIMED OUT", run.Out, StringComparison.Ordinal);
        Assert.Contains("More than its 500 ms", run.Out, StringComparison.Ordinal);
        Assert.True(_folder.Has("artifacts/notebooks/a.html"));
    }

    [Fact]
    public async Task A_cell_that_ends_its_process_ends_its_notebook_only()
    {
        _folder.Write("01-a.dib", "#!csharp\nEnvironment.Exit(0);\n#!csharp\n1\n");
        _folder.Write("02-b.dib", "#!csharp\n1\n");

        var run = await CourseKitProcess.RunAsync(_folder.Path, "run", ".");

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("   1 DIED", run.Out, StringComparison.Ordinal);
        Assert.Contains("   2 NOT RUN", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n1 of 2 notebooks passed in ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_notebook_runs_in_its_own_folder_with_nothing_left_from_the_one_before()
    {
        _folder.Write("a/01-a.dib", "#!csharp\nvar left = 1;\nSystem.IO.Path.GetFileName(System.IO.Directory.GetCurrentDirectory())\n");
        _folder.Write("b/01-b.dib", "#!csharp\nleft\n");

        var run = await CourseKitProcess.RunAsync(_folder.Path, "run", "a", "b");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(" │ a\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("The name 'left' does not exist", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_for_other_programs_are_written_and_the_index_leads_to_the_pages()
    {
        _folder.Write("01-a.dib", "#!markdown\n# The first\n#!csharp\n1\n");
        _folder.Write("02-b.dib", "#!csharp\nthrow new Exception(\"no\");\n");

        var run = await CourseKitProcess.RunAsync(_folder.Path, "run", ".", "--out", "out", "--junit", "results/junit.xml", "--trx", "results/run.trx");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains("<failure message=\"System.Exception: no\"", _folder.Read("results/junit.xml"), StringComparison.Ordinal);
        Assert.Contains("outcome=\"Failed\"", _folder.Read("results/run.trx"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"01-a.html\">The first</a>", _folder.Read("out/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_JSON_every_line_is_an_event_and_the_last_has_the_exit_code()
    {
        _folder.Write("01-a.dib", "#!csharp\nConsole.WriteLine(\"é\");\nthrow new Exception(\"no\");\n");

        var run = await CourseKitProcess.RunAsync(_folder.Path, "run", ".", "--json");

        var events = run.Out.TrimEnd('\n').Split('\n').Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(["runStarted", "notebookStarted", "cellStarted", "output", "cellFinished", "notebookFinished", "runFinished"],
            events.Select(line => line.GetProperty("event").GetString()).Distinct());
        Assert.Equal((1, run.ExitCode), (events[^1].GetProperty("exitCode").GetInt32(), 1));
        Assert.Equal("é\n", string.Concat(events.Where(line => line.GetProperty("event").GetString() == "output").Select(line => line.GetProperty("text").GetString())));
    }

    [Fact]
    public async Task Packages_that_do_not_come_in_time_fail_their_cell_and_not_the_notebook()
    {
        // A feed that takes the call and never answers.
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var port = ((System.Net.IPEndPoint)silent.LocalEndpoint).Port;
        _folder.Write("nuget.config", $"<configuration><packageSources><clear /><add key=\"silent\" value=\"https://127.0.0.1:{port}/v3/index.json\" /></packageSources></configuration>");
        _folder.Write("a.dib", "#!csharp\n#r \"nuget:Kit.Late\"\n#!csharp\n\"goes on\"\n");

        var run = await CourseKitProcess.StartAsync("dotnet", _folder.Path, [CourseKitProcess.Dll, "run", "a.dib", "--restore-timeout", "1s"],
            ("COURSEKIT_CACHE", Path.Combine(_folder.Path, "cache")), ("COURSEKIT_OFFLINE", ""));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("packages: restoring them must end within 1 s; it has not. Give it more with --restore-timeout", run.Out, StringComparison.Ordinal);
        Assert.Contains(" │ goes on\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_that_is_read_only_runs_all_the_same()
    {
        var path = _folder.Write("a.dib", "#!csharp\n1\n");
        File.SetAttributes(path, FileAttributes.ReadOnly);

        var run = await CourseKitProcess.RunAsync(_folder.Path, "run", "a.dib");

        File.SetAttributes(path, FileAttributes.Normal);
        Assert.Equal(0, run.ExitCode);
    }
}
