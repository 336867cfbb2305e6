using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Sessions.Compilers;

namespace CourseKit.Notebooks.Tests.Sessions.Compilers;

/// <summary>Whatever becomes of the compiler that sessions share: none of them notices.</summary>
public sealed class SharedCompilerTests : IAsyncLifetime
{
    /// <summary>Code at which the compiler runs out of stack.</summary>
    private static readonly string TooDeep = new string('{', 20_000) + new string('}', 20_000);

    /// <summary>Code that keeps the compiler busy for hours, in which it does not look whether it is to stop.</summary>
    private static readonly string TooHard = $$"""
        static class Overloads
        {
            public static int F(Func<int, int> f) => 1;
            public static int F(Func<string, int> f) => 2;
            public static int F(Func<double, int> f) => 3;
        }
        {{string.Concat(Enumerable.Repeat("Overloads.F(x => ", 15))}}1{{new string(')', 15)}}
        """;

    /// <summary>Code that keeps it busy for many seconds, in which it does.</summary>
    private static readonly string TooLong = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"int F{i}() => Enumerable.Range(0, 9).Select(n => n + {i}).Where(n => n > 2).Sum();\n"));

    private readonly SharedCompiler _compiler = new(TestSession.OptionsOfCompiler);
    private readonly List<TestSession> _sessions = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var session in _sessions)
            await session.DisposeAsync();
        await _compiler.DisposeAsync();
    }

    [Fact]
    public async Task What_a_session_declares_is_its_own()
    {
        var (one, other) = (await StartAsync(), await StartAsync());

        await one.RunAsync("using System.Numerics;\nvar n = 1;\nrecord Point(int X);");
        await other.RunAsync("var n = \"text\";");

        Assert.Equal("2", (await one.RunAsync("n + 1")).Shown);
        Assert.Equal("text!", (await other.RunAsync("n + \"!\"")).Shown);
        Assert.StartsWith("(1,5): error CS0246", (await other.RunAsync("new Point(1)")).Error?.Message, StringComparison.Ordinal);
        Assert.StartsWith("(1,1): error CS0103", (await other.RunAsync("BigInteger.One")).Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_left_of_it()
    {
        var compiler = new SharedCompiler(TestSession.OptionsOfCompiler);
        var session = await TestSession.StartAsync(compiler);
        await session.RunAsync("1");
        var pipe = compiler.Pipe;

        await session.DisposeAsync();
        await compiler.DisposeAsync();

        if (!OperatingSystem.IsWindows())
            Assert.False(Directory.Exists(Path.GetDirectoryName(pipe)), $"{pipe} lies in a folder that should be gone.");
        Assert.Empty(compiler.Losses);
    }

    [Fact]
    public async Task A_session_goes_on_with_all_it_has_when_another_ended_the_compiler()
    {
        var (session, hostile) = (await StartAsync(), await StartAsync());
        await DeclareAsync(session);
        await hostile.RunAsync("1");
        var before = _compiler.Pipe;

        var run = await hostile.RunAsync(TooDeep);

        Assert.Equal("Stack overflow: a method calls itself without end, or too deep.", run.Died?.Reason);
        await GoesOnAsync(session);
        Assert.Equal(["Stack overflow."], _compiler.Losses);
        // Those that come have the next one.
        await GoesOnAsync(await DeclareAsync(await StartAsync()));
        Assert.NotEqual(before, _compiler.Pipe);
        Assert.Single(_compiler.Losses);
    }

    [Fact]
    public async Task Compiling_can_be_interrupted()
    {
        var session = await DeclareAsync(await StartAsync());

        var running = session.RunAsync(TooLong);
        await Task.Delay(TimeSpan.FromSeconds(1));
        await session.Session.InterruptAsync();

        Assert.Equal(CellErrorKind.Interrupted, (await running).Error?.Kind);
        await GoesOnAsync(session);
        // The session's own compiler is told of that cell, too: the names behind it must not move.
        await session.RunAsync("var later = new { Name = \"later\" };");
        Assert.NotEmpty((await session.CompleteAsync("later.|")).Items);
        Assert.Equal("later", (await session.RunAsync("later.Name")).Shown);
        await GoesOnAsync(session);
        Assert.Empty(_compiler.Losses);
    }

    [Fact]
    public async Task A_compiler_that_does_not_stop_when_its_session_has_ended_ends_itself()
    {
        var (session, hostile) = (await DeclareAsync(await StartAsync()), await StartAsync());
        await hostile.RunAsync("1");

        var running = hostile.RunAsync(TooHard);
        await Task.Delay(TimeSpan.FromSeconds(5));
        await hostile.Session.KillAsync();
        await running;

        await Eventually.HoldsAsync(() => _compiler.Losses.Count > 0);
        Assert.Equal(["The compiler did not stop within 10 s."], _compiler.Losses);
        await GoesOnAsync(session);
    }

    [Fact]
    public async Task A_question_gives_a_session_a_compiler_of_its_own_that_knows_the_same()
    {
        var session = await StartAsync();
        await session.RunAsync("var wrong = 1");
        await session.RunAsync("undefined");
        await DeclareAsync(session);

        Assert.Contains("Label", (await session.CompleteAsync("pair.|")).Items.Select(item => item.Text));

        await GoesOnAsync(session);
        Assert.Empty(_compiler.Losses);
    }

    [Fact]
    public async Task What_the_compiler_has_no_memory_for_a_session_compiles_by_itself()
    {
        await using var small = new SharedCompiler(TestSession.OptionsOfCompiler with { MemoryLimit = 100 << 20 });
        var session = await DeclareAsync(await TestSession.StartAsync(small));
        _sessions.Add(session);
        var doubled = string.Concat(Enumerable.Range(1, 15).Select(i => $"const string s{i} = s{i - 1} + s{i - 1};\n"));

        var run = await session.RunAsync($"const string s0 = \"{new string('x', 1000)}\";\n{doubled}s15.Length");

        Assert.Equal("32768000", run.Shown);
        await GoesOnAsync(session);
    }

    [Fact]
    public async Task Without_a_compiler_to_share_each_session_has_its_own()
    {
        await using var none = new SharedCompiler(TestSession.OptionsOfCompiler with { FileName = "no-such-program" });
        var session = await TestSession.StartAsync(none);
        _sessions.Add(session);

        await GoesOnAsync(await DeclareAsync(session));

        Assert.Contains("no-such-program", Assert.Single(none.Losses), StringComparison.Ordinal);
    }

    private async Task<TestSession> StartAsync()
    {
        var session = await TestSession.StartAsync(_compiler);
        _sessions.Add(session);
        return session;
    }

    /// <summary>All kinds of things by which one cell knows another.</summary>
    private static async Task<TestSession> DeclareAsync(TestSession session)
    {
        foreach (var code in new[]
        {
            "using System.Numerics;\nvar pair = new { Label = \"a\", Value = 1 };",
            "record Point(double X, double Y);\nstatic int Count = 0;\nint Next() => ++Count;",
            "static string Twice(this string text) => text + text;",
            "Func<int, int> add = n => n + pair.Value;\nvar points = new List<Point> { new(1, 2) };\nNext();",
        })
            Assert.Null((await session.RunAsync(code)).Error);
        return session;
    }

    private static async Task GoesOnAsync(TestSession session)
    {
        Assert.Equal("aa 3 1 [1, 0]", (await session.RunAsync(
            "$\"{pair.Label.Twice()} {add(2)} {Count} [{points.Single().X}, {new Complex(0, 1).Real}]\"")).Shown);
        var run = await session.RunAsync("foreach (var i in new[] { 1, 2 })\n    _ = points[i];");
        Assert.Equal(("System.ArgumentOutOfRangeException", 2), (run.Error?.ExceptionType, run.Error?.Position?.Line));
        run = await session.RunAsync("var few = new int[1];\nint At(int i) => few[i];\nAt(1)");
        Assert.Equal(("System.IndexOutOfRangeException", 2), (run.Error?.ExceptionType, run.Error?.Position?.Line));
    }
}
