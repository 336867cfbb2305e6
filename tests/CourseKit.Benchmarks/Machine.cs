using System.Globalization;

namespace CourseKit.Benchmarks;

/// <summary>What a measurement was taken on, and when.</summary>
internal static class Machine
{
    public static string Today() => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Cpu()
    {
        if (!File.Exists("/proc/cpuinfo"))
            return "unknown processor";
        var first = File.ReadLines("/proc/cpuinfo").TakeWhile(line => line.Length > 0).Select(line => line.Split(':', 2))
            .ToDictionary(field => field[0].Trim(), field => field[^1].Trim());
        return $"{Field("model name")} (family {Field("cpu family")}, model {Field("model")})";

        string? Field(string name) => first.GetValueOrDefault(name);
    }

    /// <summary>How busy the machine was: figures for two threads mean little where others compute, too.</summary>
    public static string Load() =>
        File.Exists("/proc/loadavg") ? $"load before the run {File.ReadAllText("/proc/loadavg").Split(' ')[0]}" : "load unknown";
}
