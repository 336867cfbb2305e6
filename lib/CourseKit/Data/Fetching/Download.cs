using System.Net;
using System.Net.Http.Headers;

namespace CourseKit.Data.Fetching;

/// <summary>How one attempt ended.</summary>
/// <param name="Failure">What went wrong; null if the file is complete.</param>
/// <param name="MayRetry">Whether the same address may do better next time.</param>
internal readonly record struct DownloadResult(string? Failure, bool MayRetry)
{
    public static DownloadResult Complete => default;

    public bool IsComplete => Failure is null;
}

/// <summary>One attempt to get the rest of a file from one address.</summary>
/// <param name="client">Sends the request.</param>
/// <param name="file">The file that is wanted.</param>
/// <param name="part">What of it is here; grows, or begins anew.</param>
/// <param name="path">Where that is, for the message.</param>
/// <param name="options">How patient to be.</param>
internal sealed class Download(HttpClient client, CatalogFile file, Stream part, string path, FetchOptions options)
{
    private const int BufferLength = 1 << 16;
    private static readonly TimeSpan ReportEvery = TimeSpan.FromMilliseconds(100);

    public async Task<DownloadResult> RunAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (part.Length > 0)
                request.Headers.Range = new RangeHeaderValue(part.Length, null);
            using var response = await InTimeAsync(
                token => client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token), cancellation).ConfigureAwait(false);
            return Refuses(response) ?? await ReceiveAsync(response, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            var seconds = options.StallTimeout.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return new DownloadResult($"no byte came for {seconds} s", MayRetry: true);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException and not DatasetException)
        {
            return new DownloadResult(failure.Message, MayRetry: true);
        }
    }

    /// <summary>An answer that is not the rest of this file.</summary>
    private DownloadResult? Refuses(HttpResponseMessage response)
    {
        var status = $"it answers {(int)response.StatusCode} ({response.ReasonPhrase})";
        switch (response.StatusCode)
        {
            case HttpStatusCode.RequestedRangeNotSatisfiable:
                Truncate();
                return new DownloadResult(status, MayRetry: true);
            case HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError:
                return new DownloadResult(status, MayRetry: true);
            case not (HttpStatusCode.OK or HttpStatusCode.PartialContent):
                return new DownloadResult(status, MayRetry: false);
        }
        if (response.StatusCode == HttpStatusCode.OK || response.Content.Headers.ContentRange?.From != part.Length)
            Truncate();
        if (response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From != part.Length)
            return new DownloadResult("it sends another part than the one asked for", MayRetry: true);
        return response.Content.Headers.ContentLength is { } length && part.Length + length != file.Length
            ? GiveUp($"it offers {part.Length + length} bytes; the file has {file.Length}")
            : null;
    }

    private async Task<DownloadResult> ReceiveAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        using var body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        part.Seek(0, SeekOrigin.End);
        var (buffer, start, first, reported) = (new byte[BufferLength], options.Time.GetTimestamp(), part.Length, 0L);
        while (true)
        {
            var read = await InTimeAsync(token => body.ReadAsync(buffer, token).AsTask(), cancellation).ConfigureAwait(false);
            if (read == 0)
                break;
            if (part.Position + read > file.Length)
            {
                Truncate();
                return GiveUp($"it sends more than the {file.Length} bytes of the file");
            }
            Write(buffer.AsSpan(0, read));
            if (part.Position == file.Length || options.Time.GetElapsedTime(reported) >= ReportEvery)
                Report(first, start, out reported);
        }
        return part.Position == file.Length
            ? DownloadResult.Complete
            : new DownloadResult("it stops before the end", MayRetry: true);
    }

    private static DownloadResult GiveUp(FormattableString why) => new(FormattableString.Invariant(why), MayRetry: false);

    private void Report(long first, long start, out long reported)
    {
        reported = options.Time.GetTimestamp();
        var seconds = options.Time.GetElapsedTime(start, reported).TotalSeconds;
        options.Progress?.Report(new FetchProgress(file, part.Position, seconds > 0 ? (part.Position - first) / seconds : 0));
    }

    private async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> step, CancellationToken cancellation)
    {
        using var stall = new CancellationTokenSource(options.StallTimeout, options.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stall.Token, cancellation);
        try
        {
            return await step(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException late) when (stall.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new TimeoutException(null, late);
        }
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            part.Write(bytes);
            part.Flush();
        }
        catch (IOException full)
        {
            throw new DatasetException(FormattableString.Invariant(
                $"{path}: the last {file.Length - part.Position} bytes of the file cannot be written. Is the disk full? ") +
                $"Free space, or name another folder: {DataPlaces.CacheVariable}=…", full);
        }
    }

    private void Truncate()
    {
        part.SetLength(0);
        part.Position = 0;
    }
}
