using System.CommandLine;
using System.Text.RegularExpressions;
using CourseKit.Cli.Data;
using CourseKit.Data.Fetching;

namespace CourseKit.Cli.Tests.Data;

/// <summary>The commands in this process, on a catalogue of one shipped set and one of two small files.</summary>
public sealed class DataCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task List_tells_terms_and_state_of_every_set()
    {
        Put("small/one", 1);

        var (code, text, _) = await Run("list");

        Assert.Equal(0, code);
        Approved.Check(text, "List.txt");
    }

    [Fact]
    public async Task Where_tells_the_places_and_what_is_in_them()
    {
        Put("small/one", 1);
        Put("small/two", 2);

        var (code, text, _) = await Run("where");

        Assert.Equal(0, code);
        Approved.Check(text, "Where.txt");
    }

    [Fact]
    public async Task Verify_fails_on_a_damaged_file_and_passes_when_all_are_intact()
    {
        Put("small/one", 1);
        Put("small/two", 9);
        var (damaged, text, _) = await Run("verify", "small");
        Put("small/two", 2);
        var (intact, _, _) = await Run("verify", "small");

        Assert.Equal((1, 0), (damaged, intact));
        Approved.Check(text, "Verify.txt");
    }

    [Fact]
    public async Task Verify_asks_for_the_sets_that_are_named_and_takes_the_others_as_they_are()
    {
        Assert.Equal(1, (await Run("verify", "small")).Code);
        Assert.Equal(0, (await Run("verify")).Code);
    }

    [Fact]
    public async Task What_cannot_be_fetched_is_an_error_and_not_a_crash()
    {
        var (shipped, _, shippedError) = await Run("fetch", "shipped");
        var (small, _, smallError) = await Run("fetch", "small");

        Assert.Equal((1, 1), (shipped, small));
        Assert.StartsWith("coursekit: shipped: nothing is to be fetched", shippedError, StringComparison.Ordinal);
        Assert.StartsWith("coursekit: one: no address gives the published file.", smallError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fetched_set_is_intact()
    {
        Put("small/one", 1);
        Put("small/two", 2);

        var (code, text, _) = await Run("fetch", "small");

        Assert.Equal(0, code);
        Assert.Equal("Small: MIT\nSmall: intact in CACHE/small\n", text);
    }

    [Fact]
    public void An_unknown_set_names_the_nearest_known_one()
    {
        var parsed = Command().Parse(["fetch", "smal"]);

        Assert.Equal("unknown data set \"smal\". Did you mean \"small\"? Known: shipped, small.", Assert.Single(parsed.Errors).Message);
    }

    [Fact]
    public void Without_a_terminal_each_quarter_of_a_file_is_a_line()
    {
        var text = new StringWriter { NewLine = "\n" };
        var file = new CatalogFile("one", 4_000_000, "", []);
        var lines = new DataFetch.Lines(text);

        foreach (var received in new long[] { 100_000, 900_000, 1_000_000, 1_500_000, 4_000_000 })
            lines.Report(new FetchProgress(file, received, 500_000));

        Assert.Equal(
            """
              one: 100,000 of 4,000,000 bytes, 0.5 MB/s, 8 s left
              one: 1,000,000 of 4,000,000 bytes, 0.5 MB/s, 6 s left
              one: 4,000,000 of 4,000,000 bytes, 0.5 MB/s

            """.ReplaceLineEndings("\n"), text.ToString());
    }

    private Command Command()
    {
        var shipped = Catalog.Digits with { Name = "shipped" };
        var small = shipped with
        {
            Name = "small",
            Title = "Small",
            Contents = "Two files of one byte",
            Origin = "Made for this test",
            Licence = "MIT",
            Files = [FileOf("one", 1), FileOf("two", 2)],
        };
        return DataCommand.Create([shipped, small], () => new DataPlaces { Cache = _folder.Path });
    }

    private static CatalogFile FileOf(string name, byte value) =>
        new(name, 1, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([value])), []);

    private void Put(string path, byte value)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, Path.GetDirectoryName(path)!));
        File.WriteAllBytes(Path.Combine(_folder.Path, path), [value]);
    }

    private async Task<(int Code, string Out, string Error)> Run(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await Command().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, Normal(output), Normal(error));
    }

    /// <summary>The folder's name goes, and with it the length of the line under a heading.</summary>
    private string Normal(StringWriter text) => Regex.Replace(
        text.ToString().ReplaceLineEndings("\n").Replace(_folder.Path, "CACHE", StringComparison.Ordinal).Replace('\\', '/'), "─+", "───");
}
