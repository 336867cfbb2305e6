namespace CourseKit.Plotting;

/// <summary>What every chart may be told.</summary>
public record ChartOptions
{
    /// <summary>The line above the chart; the chart has one of its own if null.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// The data it rests on, shown below the title: <c>MNIST stand-in, 12 000 images</c>. A dataset's <c>Title</c> says it.
    /// </summary>
    public string? Data { get; init; }

    /// <summary>Width in pixels. Default 600, where pictures side by side need no more.</summary>
    public double? Width { get; init; }

    /// <summary>Height in pixels. Default: what the chart needs.</summary>
    public double? Height { get; init; }
}

/// <summary>What a chart of curves may be told.</summary>
public sealed record CurveOptions : ChartOptions
{
    /// <summary>
    /// Whether equal ratios, not equal differences, have equal height. Default: false; <see cref="Charts.Runs"/> decides by the values if
    /// null.
    /// </summary>
    public bool? LogScale { get; init; }

    /// <summary>What is counted from left to right. Default <c>epoch</c>.</summary>
    public string XTitle { get; init; } = "epoch";

    /// <summary>What the curves measure. Default <c>loss</c>.</summary>
    public string YTitle { get; init; } = "loss";

    /// <summary>The epoch to mark; the one of the lowest validation loss if null.</summary>
    public int? BestEpoch { get; init; }
}
