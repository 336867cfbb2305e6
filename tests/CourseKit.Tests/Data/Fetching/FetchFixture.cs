using CourseKit.Data;
using CourseKit.Data.Fetching;

namespace CourseKit.Tests.Data.Fetching;

/// <summary>A set of one file, and what servers do with it.</summary>
internal static class FetchFixture
{
    public static readonly byte[] Content = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * i >> 7))];

    public static async Task Whole(Request request, Answer answer)
    {
        var rest = Content[(int)request.RangeStart..];
        if (request.RangeStart > 0)
            await answer.HeadAsync("206 Partial Content", $"Content-Length: {rest.Length}",
                $"Content-Range: bytes {request.RangeStart}-{Content.Length - 1}/{Content.Length}");
        else
            await answer.HeadAsync("200 OK", $"Content-Length: {rest.Length}");
        await answer.BodyAsync(rest);
    }

    public static async Task Send(Answer answer, byte[] bytes, params string[] headers)
    {
        await answer.HeadAsync("200 OK", headers);
        await answer.BodyAsync(bytes);
    }

    /// <summary>Promises the rest and sends only some of it.</summary>
    public static Func<Request, Answer, Task> Cut(int count) => async (request, answer) =>
    {
        await answer.HeadAsync("206 Partial Content", $"Content-Length: {Content.Length - request.RangeStart}",
            $"Content-Range: bytes {request.RangeStart}-{Content.Length - 1}/{Content.Length}");
        await answer.BodyAsync(Content[(int)request.RangeStart..][..count]);
    };

    /// <summary>Sends some bytes and nothing more; once they have arrived, does something.</summary>
    public static Func<Request, Answer, Task> StallAfter(int count, TemporaryFolder folder, Func<Task> then) => async (request, answer) =>
    {
        await Cut(count)(request, answer);
        while (!File.Exists(PartOf(folder)) || new FileInfo(PartOf(folder)).Length < count)
            await Task.Delay(1);
        await then();
        await answer.StallAsync();
    };

    public static string PartOf(TemporaryFolder folder) => folder.PathOf(Path.Combine("set", "file.gz.part"));

    public static Task<string> Fetch(TemporaryFolder folder, FetchOptions options, params Uri[] addresses) =>
        Fetcher.FetchAsync(EntryOf(addresses), PlacesOf(folder), options);

    public static DataPlaces PlacesOf(TemporaryFolder folder) => new() { Cache = Path.GetDirectoryName(folder.PathOf("set"))! };

    public static CatalogEntry EntryOf(params Uri[] addresses) => Catalog.Mnist with
    {
        Name = "set",
        Files = [new CatalogFile("file.gz", Content.Length, Checksum.Of(Content), addresses)],
    };
}
