using System.Text.Json;

namespace CourseKit.Cli.Course;

/// <summary>Reads what <c>coursekit run --json</c> printed: how notebooks ended, how long they took, and which numbers their verdict tables hold.</summary>
internal static class RunEvents
{
    /// <param name="path">The file into which the events were written.</param>
    /// <param name="mode">The mode that the run is said to have had.</param>
    /// <exception cref="CourseException">It holds no finished run, or one of another mode.</exception>
    public static Outcomes Read(string path, string mode)
    {
        if (!File.Exists(path))
            throw new CourseException($"{path}: an existing file is required; there is none of that name. Write one with: coursekit run notebooks --json > {path}");
        var (notebooks, numbers, processors) = (new List<NotebookOutcome>(), new List<NumberOutcome>(), 0);
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0))
        {
            var entry = Parse(path, line);
            switch (entry.GetProperty("event").GetString())
            {
                case "runStarted":
                    processors = entry.GetProperty("processors").GetInt32();
                    break;
                case "display" when entry.TryGetProperty("verdicts", out var verdicts):
                    numbers.AddRange(Numbers(path, mode, verdicts));
                    break;
                case "notebookFinished":
                    notebooks.Add(new NotebookOutcome(
                        Path.GetFileNameWithoutExtension(entry.GetProperty("notebook").GetString()!), mode, entry.GetProperty("verdict").GetString()!,
                        Math.Round(entry.GetProperty("seconds").GetDouble(), 1), processors));
                    break;
            }
        }
        return notebooks.Count > 0
            ? new Outcomes(notebooks, numbers)
            : throw new CourseException($"{path}: a run that was finished is required; no notebook of it was. Write one with: coursekit run notebooks --json > {path}");
    }

    private static IEnumerable<NumberOutcome> Numbers(string path, string mode, JsonElement verdicts)
    {
        var ran = verdicts.GetProperty("mode").GetString()!;
        if (ran != mode)
            throw new CourseException($"--{mode} {path}: a run in {mode} mode is required; {verdicts.GetProperty("title").GetString()} was run in {ran} mode. " +
                $"Give it with --{ran}, or run it with -p mode={mode}");
        return verdicts.GetProperty("numbers").EnumerateArray().Select(number =>
            new NumberOutcome(number.GetProperty("id").GetString()!, mode, number.GetProperty("ours") is { ValueKind: JsonValueKind.Number } ours ? ours.GetDouble() : null));
    }

    private static JsonElement Parse(string path, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("event", out _) ? root.Clone() : throw NoEvent(path, line);
        }
        catch (JsonException)
        {
            throw NoEvent(path, line);
        }
    }

    private static CourseException NoEvent(string path, string line) => new(
        $"{path}: events as coursekit run --json prints them are required, one a line; received \"{Beginning(line)}\".");

    private static string Beginning(string line) => line.Length <= 60 ? line : string.Concat(line.AsSpan(0, 60), "…");
}
