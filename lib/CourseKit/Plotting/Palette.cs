namespace CourseKit.Plotting;

/// <summary>
/// The colours of series: of middle lightness, so that each has contrast 3 : 1 with white and with a dark page, and told apart by
/// colour-blind eyes
/// (after Okabe and Ito 2008). Printed in grey they differ by dash and sign.
/// </summary>
internal static class Palette
{
    /// <summary>What is wrong, missing, dead.</summary>
    public const string Alarm = "#d55e00";

    /// <summary>What is there for comparison only.</summary>
    public const string Muted = "#808080";

    private static readonly string[] Colors = ["#1f77c4", "#d55e00", "#009270", "#b8559b", "#a87400", "#3f8fb5", "#808080", "#c23b4e",
        "#7a6bd0", "#5d8f1f"];
    private static readonly string[] Dashes =
        ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot", "9px,3px,2px,3px,2px,3px", "3px,2px", "14px,4px,6px,4px", "2px,7px"];
    private static readonly string[] Symbols = ["circle", "square", "diamond", "triangle-up", "x", "triangle-down", "cross", "star",
        "circle-open", "square-open"];

    public static string Color(int series) => Colors[series % Colors.Length];

    public static string Dash(int series) => Dashes[series % Dashes.Length];

    public static string Symbol(int series) => Symbols[series % Symbols.Length];
}
