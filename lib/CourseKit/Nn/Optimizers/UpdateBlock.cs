namespace CourseKit.Nn.Optimizers;

/// <summary>Some weights of one tensor with what belongs to them; all spans have the same length.</summary>
internal readonly ref struct UpdateBlock<T>
{
    /// <summary>To be changed.</summary>
    public required Span<T> Weights { get; init; }

    /// <summary>The slope of the loss.</summary>
    public required ReadOnlySpan<T> Gradients { get; init; }

    /// <summary>What is remembered for each weight, 0 at first.</summary>
    public required Span<T> First { get; init; }

    /// <summary>What else is remembered, 0 at first.</summary>
    public required Span<T> Second { get; init; }

    /// <summary>Room to compute in, whatever stands there.</summary>
    public required Span<T> Scratch { get; init; }
}
