using CourseKit.Data;
using CourseKit.Data.Fetching;
using static CourseKit.Tests.Data.Fetching.FetchFixture;

namespace CourseKit.Tests.Data.Fetching;

public class FetcherTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly FetchOptions Quick = new() { FirstPause = TimeSpan.Zero, Attempts = 3 };

    [Fact]
    public async Task A_file_comes_whole_and_its_progress_is_told()
    {
        using var folder = new TemporaryFolder();
        using var server = new FlakyServer(Whole);
        var progress = new List<FetchProgress>();

        var into = await Fetch(folder, Quick with { Progress = new Recorder(progress) }, server.Address);

        Assert.Equal(Content, File.ReadAllBytes(Path.Combine(into, "file.gz")));
        Assert.False(File.Exists(Path.Combine(into, "file.gz.part")));
        Assert.Equal(Content.Length, progress[^1].Received);
        Assert.True(progress[^1].BytesPerSecond > 0);
        Assert.Equal(TimeSpan.Zero, progress[^1].Left);
    }

    [Fact]
    public async Task What_is_there_and_intact_is_not_fetched_again_and_what_is_damaged_is()
    {
        using var folder = new TemporaryFolder();
        using var server = new FlakyServer(Whole);
        var into = await Fetch(folder, Quick, server.Address);

        await Fetch(folder, Quick, server.Address);
        Assert.Single(server.Requests);

        File.WriteAllBytes(Path.Combine(into, "file.gz"), new byte[Content.Length]);
        await Fetch(folder, Quick, server.Address);
        Assert.Equal(Content, File.ReadAllBytes(Path.Combine(into, "file.gz")));
    }

    [Fact]
    public async Task A_cut_connection_goes_on_where_it_ended()
    {
        using var folder = new TemporaryFolder();
        using var server = new FlakyServer(Cut(50_000), Cut(70_000), Whole);

        var into = await Fetch(folder, Quick, server.Address);

        Assert.Equal([0, 50_000, 120_000], server.Requests.Select(request => request.RangeStart));
        Assert.Equal(Content, File.ReadAllBytes(Path.Combine(into, "file.gz")));
    }

    [Fact]
    public async Task A_later_fetch_goes_on_where_a_killed_one_ended()
    {
        using var folder = new TemporaryFolder();
        using var server = new FlakyServer(Whole);
        Directory.CreateDirectory(folder.PathOf("set"));
        File.WriteAllBytes(PartOf(folder), Content[..123_456]);

        await Fetch(folder, Quick, server.Address);

        Assert.Equal(123_456, server.Requests.Single().RangeStart);
    }

    [Fact]
    public async Task A_server_that_stalls_is_left_and_asked_again()
    {
        using var folder = new TemporaryFolder();
        var time = new ManualTime();
        using var server = new FlakyServer(StallAfter(10_000, folder, () => time.AdvanceWhenAwaitedAsync(Minute)), Whole);

        await Fetch(folder, Quick with { Time = time }, server.Address);

        Assert.Equal([0, 10_000], server.Requests.Select(request => request.RangeStart));
    }

    [Fact]
    public async Task A_server_that_ignores_ranges_begins_anew()
    {
        using var folder = new TemporaryFolder();
        using var server = new FlakyServer(Cut(50_000), (_, answer) => Send(answer, Content, "Content-Length: 200000"));

        var into = await Fetch(folder, Quick, server.Address);

        Assert.Equal(Content, File.ReadAllBytes(Path.Combine(into, "file.gz")));
    }

    [Fact]
    public async Task A_server_that_cuts_at_the_same_place_every_time_is_given_up()
    {
        using var folder = new TemporaryFolder();
        using var server = new FlakyServer((_, answer) => Send(answer, Content[..50_000], "Content-Length: 200000"));

        await Assert.ThrowsAsync<DatasetException>(() => Fetch(folder, Quick, server.Address));

        Assert.Equal(1 + Quick.Attempts, server.Requests.Count);
    }

    [Fact]
    public async Task Redirects_are_followed()
    {
        using var folder = new TemporaryFolder();
        using var server = new FlakyServer(
            (_, answer) => answer.HeadAsync("302 Found", "Location: /elsewhere.gz", "Content-Length: 0"), Whole);

        await Fetch(folder, Quick, server.Address);

        Assert.Equal("/elsewhere.gz", server.Requests[1].Path);
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_and_a_missing_file_is_sought_at_the_next_address()
    {
        using var folder = new TemporaryFolder();
        using var missing = new FlakyServer((_, answer) => answer.HeadAsync("404 Not Found", "Content-Length: 0"));
        using var busy = new FlakyServer((_, answer) => answer.HeadAsync("503 Service Unavailable", "Content-Length: 0"), Whole);

        await Fetch(folder, Quick, missing.Address, FlakyServer.Nobody(), busy.Address);

        Assert.Single(missing.Requests);
        Assert.Equal(2, busy.Requests.Count);
    }

    [Fact]
    public async Task Wrong_first_bytes_of_another_address_do_not_condemn_the_right_one()
    {
        using var folder = new TemporaryFolder();
        using var liar = new FlakyServer((_, answer) => Send(answer, new byte[60_000], "Content-Length: 200000"));
        using var server = new FlakyServer(Whole);

        var into = await Fetch(folder, Quick, liar.Address, server.Address);

        Assert.Equal([60_000, 0], server.Requests.Select(request => request.RangeStart));
        Assert.Equal(Content, File.ReadAllBytes(Path.Combine(into, "file.gz")));
    }

    [Fact]
    public async Task An_address_that_fails_says_how()
    {
        using var folder = new TemporaryFolder();
        var time = new ManualTime();
        using var missing = new FlakyServer((_, answer) => answer.HeadAsync("404 Not Found", "Content-Length: 0"));
        using var busy = new FlakyServer((_, answer) => answer.HeadAsync("503 Service Unavailable", "Content-Length: 0"));
        using var wrong = new FlakyServer((_, answer) => Send(answer, new byte[Content.Length], "Content-Length: 200000"));
        using var longer = new FlakyServer((_, answer) => Send(answer, [.. Content, 0]));
        using var other = new FlakyServer((_, answer) => Send(answer, Content, "Content-Length: 99"));
        using var shorter = new FlakyServer((_, answer) => Send(answer, Content[..9]));
        using var silent = new FlakyServer(async (_, answer) =>
        {
            await time.AdvanceWhenAwaitedAsync(Minute);
            await answer.StallAsync();
        });
        FlakyServer[] servers = [missing, busy, wrong, longer, other, shorter, silent];

        var error = await Assert.ThrowsAsync<DatasetException>(
            () => Fetch(folder, Quick with { Time = time }, [.. servers.Select(server => server.Address)]));

        var said = servers.Aggregate(error.Message, (text, server) => text.Replace($"{server.Address}", "·", StringComparison.Ordinal));
        Assert.StartsWith(
            $"""
            file.gz: no address gives the published file.
              ·: it answers 404 (Not Found)
              ·: it answers 503 (Service Unavailable)
              ·: it sends other bytes, with the sha256 {Checksum.Of(new byte[Content.Length])}
              ·: it sends more than the 200000 bytes of the file
              ·: it offers 99 bytes; the file has 200000
              ·: it stops before the end
              ·: no byte came for 30 s
            Check the connection and try again,
            """.ReplaceLineEndings("\n"), said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_at_once_fetch_once()
    {
        using var folder = new TemporaryFolder();
        using var server = new FlakyServer(Whole);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Fetch(folder, Quick, server.Address)));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_cancelled_fetch_keeps_what_it_has()
    {
        using var folder = new TemporaryFolder();
        using var cancel = new CancellationTokenSource();
        using var server = new FlakyServer(StallAfter(10_000, folder, cancel.CancelAsync));

        var fetch = Fetcher.FetchAsync(EntryOf(server.Address), PlacesOf(folder), Quick, cancel.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);

        Assert.Equal(Content[..10_000], File.ReadAllBytes(PartOf(folder)));
    }

    private sealed class Recorder(List<FetchProgress> progress) : IProgress<FetchProgress>
    {
        public void Report(FetchProgress value) => progress.Add(value);
    }
}
