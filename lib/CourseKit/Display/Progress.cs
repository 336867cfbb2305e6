using System.Net;

namespace CourseKit.Display;

/// <summary>How far long work has come: a bar, a count, the time left. Replace it in place with <see cref="Shown.Update"/>.</summary>
/// <param name="Done">Steps done, 0 … <paramref name="Total"/>.</param>
/// <param name="Total">Steps in all, ≥ 1.</param>
/// <param name="Elapsed">Time since the work began.</param>
public sealed class Progress(int Done, int Total, TimeSpan Elapsed) : RichView
{
    private const int Cells = 30;

    /// <summary>What the steps are: <c>networks</c>. Default: <c>steps</c>.</summary>
    public string Unit { get; init; } = "steps";

    /// <summary>A word on the last step; default none.</summary>
    public string Note { get; init; } = "";

    /// <summary>Time left if the rest takes as long as what is done; null before the first step.</summary>
    public TimeSpan? Left => Done == 0 ? null : Elapsed / Done * (Total - Done);

    /// <inheritdoc/>
    public override string ToHtml() => string.Create(CultureInfo.InvariantCulture,
        $"<div><progress value=\"{Done}\" max=\"{Total}\" aria-label=\"{WebUtility.HtmlEncode(Unit)}\"></progress> {WebUtility.HtmlEncode(Words)}</div>");

    /// <inheritdoc/>
    public override string ToText()
    {
        var full = (int)((long)Cells * Done / Total);
        return $"[{new string('█', full)}{new string('·', Cells - full)}] {Words}";
    }

    /// <inheritdoc/>
    public override string ToString() => Words;

    private string Words => string.Create(CultureInfo.InvariantCulture,
        $"{Done} of {Total} {Unit}, {Clock(Elapsed)}{(Done < Total && Left is { } left ? $", about {Clock(left)} left" : "")}{(Note.Length > 0 ? $" · {Note}" : "")}");

    private static string Clock(TimeSpan time) =>
        time.TotalHours >= 1 ? time.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) : time.ToString(@"m\:ss", CultureInfo.InvariantCulture);
}
