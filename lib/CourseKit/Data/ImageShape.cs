namespace CourseKit.Data;

/// <summary>The size and the range of grey images.</summary>
/// <param name="Rows">Height in pixels, ≥ 1.</param>
/// <param name="Columns">Width in pixels, ≥ 1.</param>
/// <param name="MaxValue">The value of full ink, 1 … 255; paper is 0. Default: 255.</param>
public readonly record struct ImageShape(int Rows, int Columns, int MaxValue = 255)
{
    /// <summary>Pixels in one image.</summary>
    public int Size => Rows * Columns;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rows}×{Columns}, values 0..{MaxValue}");
}
