using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Tests.Sessions;

namespace CourseKit.Notebooks.Tests.Packages;

/// <summary>Notebooks that ask for packages of a feed that the test makes.</summary>
public sealed class PackageTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly LocalFeed _feed;
    private ChildSession _session = null!;
    private int _cells;

    public PackageTests()
    {
        _feed = new LocalFeed(_folder);
        _feed.Add("Kit.Base", "1.0.0", "public static class Base { public static string Name => \"base\"; }");
        _feed.Add("Kit.Top", "1.2.0", "public static class Top { public static string Name => Base.Name + \" and top\"; }", needs: ("Kit.Base", "1.0.0"));
        _feed.Add("Kit.Top", "2.0.0", "public static class Top { public static string Name => \"second\"; }");
    }

    public async Task InitializeAsync() => _session = await StartAsync();

    public async Task DisposeAsync()
    {
        await _session.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Several_packages_and_what_they_need_are_there_before_the_code_and_a_comment_behind_does_no_harm()
    {
        _feed.Add("Kit.Other", "0.1.0", "public static class Other { public static int Two => 2; }");

        var run = await Run("#r \"nuget:Kit.Top, 1.2.0\" // the top\n#r \"nuget: kit.other\"\n$\"{Top.Name} {Other.Two}\"");

        Assert.Equal("base and top 2", run.Shown);
        Assert.StartsWith("Installed packages: ", Installed(run), StringComparison.Ordinal);
        Assert.Contains("Kit.Top, 1.2.0", Installed(run), StringComparison.Ordinal);
        Assert.Equal("base", (await Run("Base.Name")).Shown);
    }

    [Fact]
    public async Task What_was_restored_once_is_not_restored_again()
    {
        Assert.Equal("second", (await Run("#r \"nuget:Kit.Top\"\nTop.Name")).Shown);
        Directory.Delete(Path.Combine(_folder.Path, "feed"), recursive: true);
        await using var again = await StartAsync();

        var run = await Run(again, "#r \"nuget:Kit.Top\"\nTop.Name");

        Assert.Equal("second", run.Shown);
        Assert.Equal("Installed packages: Kit.Top, 2.0.0", Installed(run));
        Assert.Single(Directory.GetFiles(Path.Combine(_folder.Path, "cache", "packages")));
    }

    [Fact]
    public async Task A_package_comes_in_one_version()
    {
        await Run("#r \"nuget:Kit.Top, 1.2.0\"");

        Assert.Equal("base and top", (await Run("#r \"nuget:Kit.Top\"\n#r \"nuget:Kit.Top, 1.2\"\nTop.Name")).Shown);
        var error = (await Run("1\n#r \"nuget:Kit.Top, 2.0.0\"\n2")).Error!;

        Assert.Equal((CellErrorKind.Package, 2), (error.Kind, error.Position!.Line));
        Assert.Equal("#r \"nuget:Kit.Top, 2.0.0\": one version of a package is required; this notebook has Kit.Top 1.2.0 already. " +
            "Write one version in all cells, and start anew.", error.Message);
    }

    [Fact]
    public async Task A_package_that_the_feed_lacks_is_an_error_with_the_feeds_answer_and_the_notebook_goes_on()
    {
        var run = await Run("Console.Write(\"ran\");\n#r \"nuget:Kit.Top, 1.2.0\"\n#r \"nuget:Kit.Absent\"");

        Assert.Equal("", run.Out);
        Assert.Equal((CellErrorKind.Package, "#r \"nuget:Kit.Absent\""), (run.Error!.Kind, run.Error.SourceLine));
        Assert.Equal("#r \"nuget:Kit.Absent\": it cannot be restored. The feed's answer:\n" +
            "NU1101: Unable to find package Kit.Absent. No packages exist with this id in source(s): test", run.Error.Message);
        Assert.Equal("base and top", (await Run("#r \"nuget:Kit.Top, 1.2.0\"\nTop.Name")).Shown);
    }

    [Fact]
    public async Task Another_feed_is_named_in_the_cell()
    {
        _feed.Add("Kit.Far", "1.0.0", "public static class Far { public static int One => 1; }", feed: "far");

        Assert.Equal("1", (await Run("#i \"nuget:far\"\n#r \"nuget:Kit.Far\"\nFar.One")).Shown);
    }

    [Fact]
    public async Task Where_the_feed_does_not_answer_what_is_on_this_machine_is_taken_and_that_is_said()
    {
        await Run("#r \"nuget:Kit.Top, 1.2.0\"");
        // Nothing listens on port 9.
        _folder.Write("nuget.config", "<configuration><packageSources><clear /><add key=\"dead\" value=\"https://127.0.0.1:9/v3/index.json\" /></packageSources></configuration>");
        await using var again = await StartAsync();

        var run = await Run(again, "#r \"nuget:Kit.Top\"\nTop.Name");

        Assert.Equal("base and top", run.Shown);
        Assert.Contains("The feed did not answer; these packages were on this machine already.", Installed(run), StringComparison.Ordinal);
        Assert.Contains("NU1301", (await Run(again, "#r \"nuget:Kit.Absent\"")).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_extension_for_another_kernel_is_not_run_and_said_so()
    {
        _feed.Add("Kit.Extended", "1.0.0", "public static class Extended { public static int Three => 3; }",
            new Dictionary<string, string> { ["interactive-extensions/dotnet/extension.dib"] = "throw new Exception();" });

        var run = await Run("#r \"nuget:Kit.Extended\"\nExtended.Three");

        Assert.Equal("3", run.Shown);
        Assert.Contains("Kit.Extended brings an extension of .NET Interactive, which is not run here", Installed(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_higher_version_than_was_asked_for_is_taken_and_said_so()
    {
        var run = await Run("#r \"nuget:Kit.Top, 1.9.0\"\nTop.Name");

        Assert.Equal("second", run.Shown);
        Assert.Contains("NU1603", Installed(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_courses_own_library_is_served_by_the_program() =>
        Assert.Equal("UCI digits, 1797 images", (await Run("#r \"nuget:CourseKit\"\nCourseKit.Data.Digits.Load().Title")).Shown);

    [Fact]
    public async Task A_later_release_of_the_courses_library_than_the_program_has_is_refused() =>
        Assert.StartsWith("#r \"nuget:CourseKit, 99.0.0\": CourseKit comes with this program, which has ", (await Run("#r \"nuget:CourseKit, 99.0.0\"")).Shown, StringComparison.Ordinal);

    [Theory]
    [InlineData("#r \"nuget:\"")]
    [InlineData("#r \"nuget: Two Words\"")]
    [InlineData("#r \"nuget:A, 1.0, more\"")]
    [InlineData("#r nuget:A")]
    [InlineData("#i \"https://example.org/index.json\"")]
    public async Task What_names_no_package_is_refused_before_anything_runs(string line)
    {
        var run = await Run($"Console.Write(\"ran\");\n{line}");

        Assert.Equal(("", "DNI210"), (run.Out, Assert.Single(run.Error!.Diagnostics).Id));
        Assert.Equal(2, run.Error.Position!.Line);
    }

    [Fact]
    public async Task Text_in_another_language_asks_for_nothing() =>
        Assert.Null((await Run("#!markdown\n#r \"nuget:Kit.Absent\"")).Error);

    /// <summary>Machine code: SQLite's own, for this system, opens a database. The one test that needs the real feed.</summary>
    [FeedFact]
    public async Task Machine_code_of_a_package_is_found()
    {
        File.Delete(Path.Combine(_folder.Path, "nuget.config"));

        var run = await Run("""
            #r "nuget:SQLitePCLRaw.bundle_e_sqlite3"
            using SQLitePCL;
            Batteries_V2.Init();
            raw.sqlite3_open(":memory:", out var database);
            raw.sqlite3_exec(database, "create table t(x); insert into t values (40), (2)");
            raw.sqlite3_prepare_v2(database, "select sum(x) from t", out var query);
            raw.sqlite3_step(query);
            raw.sqlite3_column_int(query, 0)
            """);

        Assert.Equal("42", run.Shown);
    }

    private static string Installed(CellRun run) => run.Events.Select(happened => happened switch
    {
        SessionEvent.Displayed shown => shown.Data["text/plain"],
        SessionEvent.Updated updated => updated.Data["text/plain"],
        _ => null,
    }).OfType<string>().Last(text => text.StartsWith("Installed", StringComparison.Ordinal));

    private async Task<ChildSession> StartAsync() => await ChildSession.StartAsync(TestSession.Options(_folder.Path) with
    {
        Environment = new Dictionary<string, string?> { ["COURSEKIT_CACHE"] = Path.Combine(_folder.Path, "cache"), ["COURSEKIT_OFFLINE"] = null, ["NUGET_PACKAGES"] = Path.Combine(_folder.Path, "installed") },
    });

    private Task<CellRun> Run(string code) => Run(_session, code);

    private async Task<CellRun> Run(ChildSession session, string code)
    {
        var run = new CellRun();
        using var stuck = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var number = ++_cells;
        await foreach (var happened in session.ExecuteAsync(new CellRequest($"cell-{number}", code, Path.Combine(_folder.Path, "test.dib"), number, 1), stuck.Token))
            run.Events.Add(happened);
        return run;
    }
}
