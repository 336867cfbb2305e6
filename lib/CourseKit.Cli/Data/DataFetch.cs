using System.Globalization;
using CourseKit.Data.Fetching;
using Spectre.Console;

namespace CourseKit.Cli.Data;

/// <summary><c>coursekit data fetch</c>: a bar per file in a terminal, lines elsewhere.</summary>
internal static class DataFetch
{
    public static async Task<bool> RunAsync(
        IReadOnlyList<CatalogEntry> entries, DataPlaces places, TextWriter output, CancellationToken cancellation)
    {
        foreach (var entry in entries)
        {
            await output.WriteLineAsync($"{entry.Title}: {entry.Licence}");
            var folder = ReferenceEquals(output, Console.Out) && IsInteractive
                ? await WatchAsync(entry, places, cancellation)
                : await Fetcher.FetchAsync(entry, places, new FetchOptions { Progress = new Lines(output) }, cancellation);
            await output.WriteLineAsync($"{entry.Title}: intact in {folder}");
        }
        return true;
    }

    private static bool IsInteractive => !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;

    private static async Task<string> WatchAsync(CatalogEntry entry, DataPlaces places, CancellationToken cancellation) =>
        await AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new DownloadedColumn(),
                new TransferSpeedColumn(), new RemainingTimeColumn())
            .StartAsync(progress => Fetcher.FetchAsync(entry, places, new FetchOptions { Progress = new Bars(progress) }, cancellation));

    /// <summary>One bar per file, made when its first bytes are here.</summary>
    private sealed class Bars(ProgressContext progress) : IProgress<FetchProgress>
    {
        private readonly Dictionary<string, ProgressTask> _bars = [];

        public void Report(FetchProgress value)
        {
            if (!_bars.TryGetValue(value.File.Name, out var bar))
                _bars[value.File.Name] = bar = progress.AddTask(Markup.Escape(value.File.Name), maxValue: value.File.Length);
            bar.Value = value.Received;
        }
    }

    /// <summary>One line for every quarter of a file.</summary>
    internal sealed class Lines(TextWriter output) : IProgress<FetchProgress>
    {
        private const int Parts = 4;
        private string _file = "";
        private long _part;

        public void Report(FetchProgress value)
        {
            var part = value.Received * Parts / value.File.Length;
            if (value.File.Name == _file && part <= _part)
                return;
            (_file, _part) = (value.File.Name, part);
            var seconds = Math.Ceiling(value.Left?.TotalSeconds ?? 0);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {value.File.Name}: {value.Received:#,0} of {value.File.Length:#,0} bytes, {value.BytesPerSecond / 1e6:0.0} MB/s") +
                (seconds > 0 ? string.Create(CultureInfo.InvariantCulture, $", {seconds} s left") : ""));
        }
    }
}
