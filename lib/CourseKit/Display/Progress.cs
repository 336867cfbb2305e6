using System.Net;

namespace CourseKit.Display;

/// <summary>How far long work has come: a bar, a count, the time left. <see cref="Live"/> shows it while the work goes on.</summary>
/// <param name="Done">Steps done, 0 … <paramref name="Total"/>.</param>
/// <param name="Total">Steps in all, ≥ 1.</param>
/// <param name="Elapsed">Time since the work began.</param>
public sealed class Progress(int Done, int Total, TimeSpan Elapsed) : RichView
{
    private const int Cells = 30;

    /// <summary>What the steps are: <c>networks</c>. Default: <c>steps</c>.</summary>
    public string Unit { get; init; } = "steps";

    /// <summary>What is being done, before all else; default nothing.</summary>
    public string Title { get; init; } = "";

    /// <summary>What the last step measured, such as the loss; default nothing.</summary>
    public IReadOnlyList<(string Name, double Value)> Measures { get; init; } = [];

    /// <summary>A word on the last step; default none.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether the work ended, at the last step or before; then no time is left. Default: when all steps are done.</summary>
    public bool Ended { get; init; } = Done == Total;

    /// <summary>Time left if the rest takes as long as what is done; null before the first step.</summary>
    public TimeSpan? Left => Done == 0 ? null : Elapsed / Done * (Total - Done);

    /// <inheritdoc/>
    public override string ToHtml() => string.Create(CultureInfo.InvariantCulture,
        $"<div><progress value=\"{Done}\" max=\"{Total}\" aria-label=\"{WebUtility.HtmlEncode(Title.Length > 0 ? Title : Unit)}\"></progress> {WebUtility.HtmlEncode(Words)}</div>");

    /// <inheritdoc/>
    public override string ToText()
    {
        var full = (int)((long)Cells * Done / Total);
        return $"[{new string('█', full)}{new string('·', Cells - full)}] {Words}";
    }

    /// <inheritdoc/>
    public override string ToString() => Words;

    private string Words
    {
        get
        {
            var count = string.Create(CultureInfo.InvariantCulture, $"{Done} of {Total} {Unit}, {Clock(Elapsed)}");
            var left = !Ended && Left is { } time ? $", about {Clock(time)} left" : "";
            IEnumerable<string> parts =
                [Title, count + left, Rate, .. Measures.Select(measure => $"{measure.Name} {NumberText.Short(measure.Value)}"), Note];
            return string.Join(" · ", parts.Where(part => part.Length > 0));
        }
    }

    /// <summary>Steps in a second, or seconds for a step where that is the larger number; nothing where no time has passed.</summary>
    private string Rate =>
        Done == 0 || Elapsed < TimeSpan.FromSeconds(0.5) ? ""
        : Done >= Elapsed.TotalSeconds ? string.Create(CultureInfo.InvariantCulture, $"{NumberText.Short(Done / Elapsed.TotalSeconds, 2)} {Unit}/s")
        : string.Create(CultureInfo.InvariantCulture, $"{NumberText.Short(Elapsed.TotalSeconds / Done, 2)} s each");

    private static string Clock(TimeSpan time) =>
        time.TotalHours >= 1 ? time.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) : time.ToString(@"m\:ss", CultureInfo.InvariantCulture);
}
