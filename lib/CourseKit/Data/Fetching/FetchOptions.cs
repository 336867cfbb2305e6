namespace CourseKit.Data.Fetching;

/// <summary>How patiently files are fetched, and who is told.</summary>
public sealed record FetchOptions
{
    /// <summary>How long to wait for a connection. Default: 15 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long to wait for the next byte. Default: 30 s.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often an address is tried in a row without any progress. Range ≥ 1, default 4.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>The pause before the second attempt; each further one is twice as long. Default: 1 s.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Told about ten times a second how far a file is. Default: nobody.</summary>
    public IProgress<FetchProgress>? Progress { get; init; }

    /// <summary>The clock for rates, pauses and timeouts. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>How far a file is.</summary>
/// <param name="File">The file.</param>
/// <param name="Received">Bytes that are here, those of earlier attempts included.</param>
/// <param name="BytesPerSecond">Rate since this fetch of the file began; 0 at first.</param>
public readonly record struct FetchProgress(CatalogFile File, long Received, double BytesPerSecond)
{
    /// <summary>Time left at this rate; null while the rate is unknown.</summary>
    public TimeSpan? Left => BytesPerSecond > 0 ? TimeSpan.FromSeconds((File.Length - Received) / BytesPerSecond) : null;
}
