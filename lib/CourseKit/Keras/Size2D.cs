using static System.FormattableString;

namespace CourseKit.Keras;

/// <summary>Rows and columns: <c>3</c> for three of each, or <c>(3, 5)</c>.</summary>
/// <param name="Rows">1 or more.</param>
/// <param name="Columns">1 or more.</param>
public readonly record struct Size2D(int Rows, int Columns)
{
    /// <summary>As many rows as columns.</summary>
    public static implicit operator Size2D(int side) => new(side, side);

    /// <summary>Rows and columns.</summary>
    public static implicit operator Size2D((int Rows, int Columns) size) => new(size.Rows, size.Columns);

    /// <summary>Such as <c>(3, 5)</c>.</summary>
    public override string ToString() => Invariant($"({Rows}, {Columns})");

    internal (int Rows, int Columns) Pair => (Rows, Columns);
}
