namespace CourseKit.Nn.Schedules;

/// <summary>How a library counts in its schedules of the learning rate: rows of <see cref="Dialect"/>.</summary>
public sealed record ScheduleForm
{
    /// <summary>Whether a cosine stays at its floor after its period, or rises again.</summary>
    public required bool CosineStaysLow { get; init; }

    /// <summary>Whether the rate falls when more epochs than the patience, or as many, brought no improvement.</summary>
    public required bool PlateauOutlastsPatience { get; init; }

    /// <summary>Whether the tolerance of an improvement is a part of the best value, or a difference.</summary>
    public required bool PlateauToleranceIsRelative { get; init; }

    /// <summary>Whether the epoch that ends a cooldown counts as one without improvement.</summary>
    public required bool LastEpochOfCooldownCounts { get; init; }

    /// <summary>A fall of no more than this is left out.</summary>
    public required double SmallestRateChange { get; init; }
}
