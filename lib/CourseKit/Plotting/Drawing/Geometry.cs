namespace CourseKit.Plotting.Drawing;

/// <summary>A rectangle in pixels; y runs down.</summary>
internal readonly record struct Rect(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double MiddleX => X + Width / 2;

    public double MiddleY => Y + Height / 2;

    public static Rect Between(double left, double top, double right, double bottom) => new(left, top, right - left, bottom - top);

    /// <summary>The rectangle of two opposite corners in any order.</summary>
    public static Rect Around(double x0, double y0, double x1, double y1) =>
        Between(Math.Min(x0, x1), Math.Min(y0, y1), Math.Max(x0, x1), Math.Max(y0, y1));

    public Rect Grow(double pixels) => new(X - pixels, Y - pixels, Width + 2 * pixels, Height + 2 * pixels);

    public bool Holds(Rect other) => other.X >= X && other.Y >= Y && other.Right <= Right && other.Bottom <= Bottom;

    public bool Overlaps(Rect other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;
}
