namespace CourseKit.Data.Fetching;

/// <summary>One process at a time in a folder of the cache: the others wait.</summary>
internal static class CacheLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Makes the folder and takes its lock, waiting while another process has it.</summary>
    /// <remarks>The lock file stays: to delete it while another process opens it would let two in.</remarks>
    /// <exception cref="DatasetException">The folder cannot be made or written.</exception>
    public static async Task<IDisposable> TakeAsync(string folder, TimeProvider time, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, ".lock");
        while (true)
        {
            if (TryTake(folder, path) is { } taken)
                return taken;
            await Task.Delay(Pause, time, cancellation).ConfigureAwait(false);
        }
    }

    private static FileStream? TryTake(string folder, string path)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{folder}: the folder cannot be written. Make it writable, or name another one: " +
                $"{DataPlaces.CacheVariable}=…", refused);
        }
    }
}
