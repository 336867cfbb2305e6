using System.Text;
using System.Text.Json;

namespace CourseKit.Learn;

/// <summary>Results of a sweep on disk, one JSON object a line: <c>{"point":{"hidden":"15"},"measures":{"accuracy":0.91},"seconds":1.5}</c>.</summary>
/// <remarks>A line that was cut by a kill is dropped when the file is opened again; failed points are not kept, so that they are tried again.</remarks>
internal sealed class SweepFile : IDisposable
{
    private const string Point = "point";
    private const string Measures = "measures";
    private const string Seconds = "seconds";

    private readonly Lock _lock = new();
    private readonly FileStream _stream;
    private readonly IReadOnlyList<string> _names;
    private readonly Dictionary<string, (IReadOnlyList<(string, double)> Measures, TimeSpan Elapsed)> _known = [];

    private SweepFile(FileStream stream, IReadOnlyList<string> names) => (_stream, _names) = (stream, names);

    /// <summary>Opens a file, new or begun, and reads what it holds.</summary>
    public static SweepFile Open(string path, IReadOnlyList<string> names)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        var file = new SweepFile(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read), names);
        try
        {
            file.Read(path);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose() => _stream.Dispose();

    public SweepRun? Find(SweepPoint point) =>
        _known.TryGetValue(Key(point), out var known) ? new SweepRun(point, known.Measures, known.Elapsed, null) : null;

    /// <summary>Adds a result and sees it to the disk.</summary>
    public void Append(SweepRun run)
    {
        if (run.Error is not null)
            return;
        var line = Line(run);
        lock (_lock)
        {
            _stream.Write(line);
            _stream.Flush(flushToDisk: true);
        }
    }

    private byte[] Line(SweepRun run)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject(Point);
            for (var i = 0; i < _names.Count; i++)
                json.WriteString(_names[i], SweepText.Of(run.Point.Values[i]));
            json.WriteEndObject();
            json.WriteStartObject(Measures);
            foreach (var (name, value) in run.Measures)
                if (double.IsFinite(value))
                    json.WriteNumber(name, value);
                else
                    json.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
            json.WriteNumber(Seconds, run.Elapsed.TotalSeconds);
            json.WriteEndObject();
        }
        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private void Read(string path)
    {
        var bytes = new byte[_stream.Length];
        _stream.ReadExactly(bytes);
        var complete = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        var number = 0;
        foreach (var line in Encoding.UTF8.GetString(bytes, 0, complete).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            ReadLine(path, ++number, line);
        _stream.SetLength(complete);
        _stream.Position = complete;
    }

    private void ReadLine(string path, int number, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var point = json.RootElement.GetProperty(Point).EnumerateObject().Select(field => (field.Name, Value: field.Value.GetString()!)).ToArray();
            if (!point.Select(field => field.Name).SequenceEqual(_names))
                throw new InvalidDataException($"{path}: results of a sweep over {string.Join(", ", _names)} are required; " +
                    $"this file holds one over {string.Join(", ", point.Select(field => field.Name))}. Give another file, or delete this one.");
            var measures = json.RootElement.GetProperty(Measures).EnumerateObject().Select(field => (field.Name, Number(field.Value))).ToArray();
            _known[Key(point.Select(field => field.Value))] = (measures, TimeSpan.FromSeconds(json.RootElement.GetProperty(Seconds).GetDouble()));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture,
                $"{path}, line {number}: a result of a sweep is required; received \"{(line.Length > 40 ? line[..40] + "…" : line)}\". Delete the line, or the file."), error);
        }
    }

    private static double Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? value.GetDouble() : double.Parse(value.GetString()!, CultureInfo.InvariantCulture);

    private static string Key(SweepPoint point) => Key(point.Values.Select(SweepText.Of));

    private static string Key(IEnumerable<string> values) => string.Join('\u001f', values);
}
