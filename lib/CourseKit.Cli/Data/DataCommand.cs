using System.CommandLine;
using CourseKit.Data;
using CourseKit.Data.Fetching;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Cli.Data;

/// <summary><c>coursekit data list|where|fetch|verify</c>: the sets of the course, what of them is here, and how to get the rest.</summary>
internal static class DataCommand
{
    private const int Done = 0;
    private const int Failed = 1;

    private const string Description =
        """
        Lists, finds, fetches and verifies the data sets of the course.

        Nothing is fetched unasked. Load() in a notebook looks into the folder that COURSEKIT_DATA names, then into the
        cache (COURSEKIT_CACHE names another one), and makes a stand-in where it finds nothing, which every title says.
        COURSEKIT_OFFLINE=1 forbids the network.
        """;

    public static Command Create() => Create(Catalog.Entries, DataPlaces.FromEnvironment);

    /// <param name="entries">The sets that there are.</param>
    /// <param name="places">Where to look; asked when a command runs.</param>
    public static Command Create(IReadOnlyList<CatalogEntry> entries, Func<DataPlaces> places)
    {
        var list = new Command("list", "What there is: contents, origin, licence, and whether it is here and intact.");
        list.SetAction(parsed => Guard(parsed, report => report.List(entries, places())));

        var where = new Command("where", "Where Load() finds each set, and where fetched files go.");
        where.SetAction(parsed => Guard(parsed, report => report.Where(entries, places())));

        var verified = Names(entries, "Sets that must be here, whole. Without a name: whatever is here.", ArgumentArity.ZeroOrMore);
        var verify = new Command("verify", "Compares the files with the published checksums. Exit code 1 if one is damaged.") { verified };
        verify.SetAction(parsed => Guard(parsed, report => parsed.GetValue(verified) is { Length: > 0 } names
            ? report.Verify(Chosen(entries, names), mustBeHere: true, places())
            : report.Verify(entries, mustBeHere: false, places())));

        var fetched = Names(entries, "Sets to fetch.", ArgumentArity.OneOrMore);
        var fetch = new Command("fetch", "Fetches sets into the cache; goes on where an earlier fetch was cut.") { fetched };
        fetch.SetAction((parsed, cancellation) => GuardAsync(parsed, () => DataFetch.RunAsync(
            Chosen(entries, parsed.GetRequiredValue(fetched)), places(), parsed.InvocationConfiguration.Output, cancellation)));

        return new Command("data", Description) { list, where, fetch, verify };
    }

    private static Argument<string[]> Names(IReadOnlyList<CatalogEntry> entries, string description, ArgumentArity arity)
    {
        string[] known = [.. entries.Select(entry => entry.Name)];
        var names = new Argument<string[]>("NAME") { Description = $"{description} Known: {string.Join(", ", known)}.", Arity = arity };
        names.CompletionSources.Add(known);
        names.Validators.Add(result =>
        {
            foreach (var name in result.Tokens.Select(token => token.Value).Where(name => !known.Contains(name)))
                result.AddError(Unknown(name, known));
        });
        return names;
    }

    private static string Unknown(string name, string[] known) =>
        $"unknown data set \"{name}\".{(NearestName.Of(name, known) is { } nearest ? $" Did you mean \"{nearest}\"?" : "")} " +
        $"Known: {string.Join(", ", known)}.";

    private static CatalogEntry[] Chosen(IReadOnlyList<CatalogEntry> entries, string[] names) =>
        [.. entries.Where(entry => names.Contains(entry.Name))];

    private static int Guard(ParseResult parsed, Func<DataReport, bool> report) =>
        GuardAsync(parsed, () => Task.FromResult(report(new DataReport(parsed.InvocationConfiguration.Output)))).GetAwaiter().GetResult();

    private static async Task<int> GuardAsync(ParseResult parsed, Func<Task<bool>> act)
    {
        try
        {
            return await act() ? Done : Failed;
        }
        catch (DatasetException error)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"coursekit: {error.Message}");
        }
        catch (OperationCanceledException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync("coursekit: stopped. The next fetch goes on from here.");
        }
        return Failed;
    }
}
