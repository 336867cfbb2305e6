using CourseKit.Display;

namespace CourseKit.Data.Fetching;

/// <summary>Fetches the published files of a set into the user's cache.</summary>
/// <remarks>
/// A file gets its name only when its checksum is right; until then it is <c>name.part</c>, and a later fetch goes on where it ends. Two
/// processes at once wait for each other and fetch once.
/// </remarks>
public static class Fetcher
{
    /// <summary>Fetches the files that are not there yet, and those that are there but damaged.</summary>
    /// <returns>The folder that now holds all files of the set.</returns>
    /// <exception cref="DatasetException">
    /// The set is part of the library, the network is forbidden, no address gives the published bytes, or the cache cannot be written.
    /// </exception>
    public static async Task<string> FetchAsync(
        CatalogEntry entry, DataPlaces places, FetchOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(options);
        if (entry.IsShipped)
            throw new DatasetException($"{entry.Name}: nothing is to be fetched; {entry.Title} is part of the library.");
        if (places.Offline)
            throw new DatasetException($"{entry.Name}: the network is forbidden by {DataPlaces.OfflineVariable}=1. Unset it, " +
                $"or copy the files into {places.CacheOf(entry)}.");

        var folder = places.CacheOf(entry);
        using var cacheLock = await CacheLock.TakeAsync(folder, options.Time, cancellation).ConfigureAwait(false);
        using var handler = new SocketsHttpHandler { ConnectTimeout = options.ConnectTimeout };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("CourseKit");
        foreach (var file in entry.Files)
            if (!IsIntact(folder, file))
                await new FileFetch(client, folder, file, options).RunAsync(cancellation).ConfigureAwait(false);
        return folder;
    }

    /// <summary>Fetches and waits; a line in the notebook's log per file.</summary>
    internal static string Fetch(CatalogEntry entry, DataPlaces places, FetchOptions options)
    {
        var log = Notebook.Log;
        log.WriteLine($"Fetching {entry.Title} ({entry.Licence}) into {places.CacheOf(entry)}");
        return Task.Run(() => FetchAsync(entry, places, options)).GetAwaiter().GetResult();
    }

    private static bool IsIntact(string folder, CatalogFile file)
    {
        var path = Path.Combine(folder, file.Name);
        if (!File.Exists(path))
            return false;
        using var stream = File.OpenRead(path);
        return VerifiedFile.Matches(stream, file);
    }
}
