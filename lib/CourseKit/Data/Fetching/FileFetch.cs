namespace CourseKit.Data.Fetching;

/// <summary>Fetches one file: the addresses in turn, each with patience, always going on where the last attempt ended.</summary>
internal sealed class FileFetch(HttpClient client, string folder, CatalogFile file, FetchOptions options)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly string _path = Path.Combine(folder, file.Name);

    private string PartPath => $"{_path}.part";

    /// <exception cref="DatasetException">No address gave the published bytes, or they cannot be written.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var failures = new List<string>();
        foreach (var address in file.Addresses)
        {
            var failure = await TryAddressAsync(address, cancellation).ConfigureAwait(false);
            if (failure is null)
                return;
            failures.Add($"\n  {address}: {failure}");
        }
        throw new DatasetException($"{file.Name}: no address gives the published file.{string.Concat(failures)}\n" +
            $"Check the connection and try again, or copy the file from elsewhere to {_path}. Its sha256 is {file.Sha256}.");
    }

    /// <returns>Why the address is given up; null when the file is there.</returns>
    private async Task<string?> TryAddressAsync(Uri address, CancellationToken cancellation)
    {
        var (farthest, pause) = (PartLength(), options.FirstPause);
        var beganElsewhere = farthest > 0;
        for (var attempt = 1; ; attempt++)
        {
            var result = await TryOnceAsync(address, cancellation).ConfigureAwait(false);
            if (result.IsComplete)
                result = Finish(mayRetry: beganElsewhere);
            if (result.IsComplete)
                return null;
            beganElsewhere &= PartLength() > 0;
            var length = PartLength();
            if (length > farthest)
                (farthest, attempt, pause) = (length, 0, options.FirstPause);
            if (!result.MayRetry || attempt >= options.Attempts)
                return result.Failure;
            await Task.Delay(pause, options.Time, cancellation).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task<DownloadResult> TryOnceAsync(Uri address, CancellationToken cancellation)
    {
        if (PartLength() == file.Length)
            return DownloadResult.Complete;
        using var part = OpenPart();
        return await new Download(client, file, part, PartPath, options).RunAsync(address, cancellation).ConfigureAwait(false);
    }

    /// <summary>Gives the file its name if its bytes are right; otherwise throws them away.</summary>
    /// <param name="mayRetry">Whether the bytes may be wrong because the first ones came from elsewhere.</param>
    private DownloadResult Finish(bool mayRetry)
    {
        string found;
        using (var part = File.OpenRead(PartPath))
            found = Checksum.Of(part);
        if (found == file.Sha256)
        {
            GiveName();
            return DownloadResult.Complete;
        }
        File.Delete(PartPath);
        return new DownloadResult($"it sends other bytes, with the sha256 {found}", mayRetry);
    }

    private void GiveName()
    {
        try
        {
            File.Move(PartPath, _path, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{PartPath}: the file is whole, but cannot be renamed to {file.Name}. " +
                "Is there a folder of that name, or is the old file in use? Remove it and fetch again.", refused);
        }
    }

    private long PartLength() => File.Exists(PartPath) ? new FileInfo(PartPath).Length : 0;

    private FileStream OpenPart()
    {
        try
        {
            var part = new FileStream(PartPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            if (part.Length > file.Length)
                part.SetLength(0);
            return part;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{PartPath}: the file cannot be opened for writing. Make it writable, or name another folder: " +
                $"{DataPlaces.CacheVariable}=…", refused);
        }
    }
}
