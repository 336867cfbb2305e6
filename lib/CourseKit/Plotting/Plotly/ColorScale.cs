namespace CourseKit.Plotting.Plotly;

/// <summary>Colours for the numbers between 0 and 1.</summary>
/// <param name="stops">Shares from 0 to 1 with their colours <c>#rrggbb</c>, ascending.</param>
public sealed class ColorScale(params (double Share, string Color)[] stops)
{
    /// <summary>White to dark blue: counts and rates. Prints well in grey.</summary>
    public static ColorScale Blues { get; } = new((0, "#f7fbff"), (0.15, "#d5e5f4"), (0.35, "#9ecae1"), (0.6, "#4292c6"), (0.8, "#1361a9"),
        (1, "#08306b"));

    /// <summary>Orange through white to blue: signed numbers around zero, safe for colour-blind eyes.</summary>
    public static ColorScale Diverging { get; } =
        new((0, "#8c3d04"), (0.2, "#d8721b"), (0.4, "#f8c88d"), (0.5, "#f7f7f7"), (0.6, "#a6cbe3"), (0.8, "#3a87bd"), (1, "#0b3c73"));

    /// <summary>White to black: ink on paper.</summary>
    public static ColorScale Greys { get; } = new((0, "#ffffff"), (1, "#111111"));

    /// <summary>Dark violet through green to yellow; its lightness rises evenly.</summary>
    public static ColorScale Viridis { get; } = new((0, "#440154"), (0.13, "#482878"), (0.25, "#3e4989"), (0.38, "#31688e"),
        (0.5, "#26828e"),
        (0.63, "#1f9e89"), (0.75, "#35b779"), (0.88, "#6ece58"), (1, "#fde725"));

    /// <summary>For lines on white and on dark pages: violet, blue, green, ochre, all of middle lightness.</summary>
    internal static ColorScale Lines { get; } = new((0, "#8a6fb5"), (0.4, "#2d86b8"), (0.7, "#1f9d6d"), (1, "#d08700"));

    /// <summary>The shares and their colours.</summary>
    public IReadOnlyList<(double Share, string Color)> Stops { get; } = stops;

    /// <summary>The scale that Plotly knows by this name, or null where this library does not have it.</summary>
    internal static ColorScale? Named(string name) => name.ToUpperInvariant() switch
    {
        "BLUES" => Blues,
        "GREYS" => Greys,
        "VIRIDIS" => Viridis,
        _ => null,
    };

    /// <summary>The colour at <paramref name="share"/>, between its neighbours.</summary>
    internal (byte R, byte G, byte B) At(double share)
    {
        var upper = 0;
        while (upper < Stops.Count - 1 && Stops[upper].Share < share)
            upper++;
        var (to, from) = (Stops[upper], Stops[Math.Max(0, upper - 1)]);
        var weight = to.Share > from.Share ? Math.Clamp((share - from.Share) / (to.Share - from.Share), 0, 1) : 1;
        var (a, b) = (Rgb(from.Color), Rgb(to.Color));
        return (Mix(a.R, b.R), Mix(a.G, b.G), Mix(a.B, b.B));

        byte Mix(byte low, byte high) => (byte)Math.Round(low + weight * (high - low));
    }

    /// <summary>The colour at <paramref name="share"/> as <c>#rrggbb</c>.</summary>
    internal string HexAt(double share)
    {
        var (r, g, b) = At(share);
        return string.Create(CultureInfo.InvariantCulture, $"#{r:x2}{g:x2}{b:x2}");
    }

    internal static bool IsHex(string color) => color.Length == 7 && color[0] == '#' && color.AsSpan(1).IndexOfAnyExcept(HexDigits) < 0;

    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    private static (byte R, byte G, byte B) Rgb(string hex) => (Part(hex, 1), Part(hex, 3), Part(hex, 5));

    private static byte Part(string hex, int start) => byte.Parse(hex.AsSpan(start, 2), NumberStyles.HexNumber,
        CultureInfo.InvariantCulture);
}
