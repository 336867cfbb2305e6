using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CourseKit.Benchmarks.Work;

/// <summary>Our side of a row, written as a student writes it.</summary>
internal abstract class BenchmarkWork
{
    private static readonly bool Detailed = Environment.GetEnvironmentVariable("COURSEKIT_SECTIONS") == "1";

    private long _mark;

    /// <summary>What the last <see cref="Run"/> took, in the unit of the row: all of it, or an epoch.</summary>
    public double Seconds { get; protected set; }

    /// <summary>What came out, to be read beside the peer's.</summary>
    public string Result { get; protected set; } = "";

    /// <summary>10⁹ floating-point operations of the products in that time.</summary>
    public double Gflop { get; protected set; }

    /// <summary>Seconds by part of the work, of all runs; only where COURSEKIT_SECTIONS=1, as the clock costs time, too.</summary>
    public Dictionary<string, double> Sections { get; } = [];

    /// <summary>Does it all from the start.</summary>
    public abstract void Run();

    /// <summary>Counts the time since the last call to a part of the work.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void Section(string name)
    {
        if (Detailed)
            Count(name);
    }

    private void Count(string name)
    {
        var now = Stopwatch.GetTimestamp();
        Sections[name] = Sections.GetValueOrDefault(name) + Stopwatch.GetElapsedTime(_mark, now).TotalSeconds;
        _mark = now;
    }
}
