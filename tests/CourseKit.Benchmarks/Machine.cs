namespace CourseKit.Benchmarks;

/// <summary>What a measurement was taken on.</summary>
internal static class Machine
{
    public static string Cpu()
    {
        if (!File.Exists("/proc/cpuinfo"))
            return "Unknown processor";
        var first = File.ReadLines("/proc/cpuinfo").TakeWhile(line => line.Length > 0).Select(line => line.Split(':', 2))
            .ToDictionary(field => field[0].Trim(), field => field[^1].Trim());
        return $"{first.GetValueOrDefault("model name")} (family {first.GetValueOrDefault("cpu family")}, model {first.GetValueOrDefault("model")})";
    }

    /// <summary>How busy the machine was before: figures for two threads mean little where others compute, too.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? $"load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} before the run" : "load unknown";
}
