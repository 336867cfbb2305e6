using CourseKit.Data;
using CourseKit.Data.Fetching;

namespace CourseKit.Tests.Data.Fetching;

/// <summary>What is said when files cannot be found, trusted or fetched.</summary>
/// <remarks>Folders are relative, so that the messages are the same everywhere.</remarks>
internal static class FetchErrors
{
    private const string Root = "fetch-errors";

    private static readonly DataPlaces Places = new() { Cache = Root };

    private static readonly CatalogFile OneFile = new("file.gz", 3, Checksum.Of([1, 2, 3]), []);

    private static readonly CatalogEntry OneEntry = Catalog.Mnist with { Name = "set", Files = [OneFile] };

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Data set that is unknown", () => Catalog.Find("minst")),
        ("Data folder that does not exist", () => (Places with { Folder = "no-such-folder" }).Find(Catalog.Mnist)),
        ("Data folder with some of the files", () => WithFile("train-images-idx3-ubyte.gz", "mnist", _ => Places.Find(Catalog.Mnist))),
        ("Data file with a wrong checksum", () => WithFile("file.gz", "set", folder => VerifiedFile.Open(folder, OneEntry, OneFile))),
        ("Hoda with too many images", () => Hoda.Load(trainSize: 60_000)),
        ("Fetch of a set that is shipped", () => Fetch(Catalog.Digits, Places)),
        ("Fetch without the network", () => Fetch(Catalog.Hoda, Places with { Offline = true })),
        ("Fetch from no address", () => WithFile("other", "set", _ => Fetch(OneEntry, Places))),
        ("Fetch into a folder that cannot be made", () => WithFile("blocked", "set", folder =>
            Fetch(OneEntry, new DataPlaces { Cache = $"{folder}/blocked" }))),
        ("Fetch over something that is no file", () => WithFile("other", "set", folder =>
        {
            Directory.CreateDirectory(Path.Combine(folder, "file.gz.part"));
            Fetch(OneEntry with { Files = [OneFile with { Addresses = [FlakyServer.Nobody()] }] }, Places);
        })),
        ("Fetch of a file that cannot be renamed", () => WithFile("other", "set", folder =>
        {
            Directory.CreateDirectory(Path.Combine(folder, "file.gz"));
            using var server = ThreeBytes();
            Fetch(OneEntry with { Files = [OneFile with { Addresses = [server.Address] }] }, Places);
        })),
        ("Fetch onto a full disk", FetchOntoFullDisk),
    ];

    private static void Fetch(CatalogEntry entry, DataPlaces places) =>
        Fetcher.FetchAsync(entry, places, new FetchOptions { Attempts = 1 }).GetAwaiter().GetResult();

    private static void FetchOntoFullDisk()
    {
        using var client = new HttpClient();
        using var server = ThreeBytes();
        var download = new Download(client, OneFile, new FullDisk(), $"{Root}/file.gz.part", new FetchOptions());
        download.RunAsync(server.Address, CancellationToken.None).GetAwaiter().GetResult();
    }

    private static FlakyServer ThreeBytes() => new(async (_, answer) =>
    {
        await answer.HeadAsync("200 OK");
        await answer.BodyAsync([1, 2, 3]);
    });

    private static void WithFile(string name, string set, Action<string> act)
    {
        var folder = $"{Root}/{set}";
        Directory.CreateDirectory(folder);
        File.WriteAllBytes($"{folder}/{name}", [9]);
        try
        {
            act(folder);
        }
        finally
        {
            Directory.Delete(Root, recursive: true);
        }
    }

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device.");
    }
}
