using System.Diagnostics;
using System.Globalization;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Sessions.Magics;

/// <summary><c>#!time</c>: shows how long the cell took.</summary>
internal static class TimeMagic
{
    public static Magic Magic { get; } = new()
    {
        Name = "#!time",
        Description = "shows how long the cell took",
        Prepare = (line, context) =>
        {
            var start = Stopwatch.GetTimestamp();
            return () => context.Afterwards.TryAdd(line.Name, () => MagicContext.Show(MimeBundle.Of(("text/plain",
                string.Create(CultureInfo.InvariantCulture, $"Wall time: {Stopwatch.GetElapsedTime(start).TotalMilliseconds}ms")))));
        },
    };
}
