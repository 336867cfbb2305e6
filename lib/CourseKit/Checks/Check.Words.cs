using CourseKit.Autograd;

namespace CourseKit.Checks;

public static partial class Check
{
    private const int MostLetters = 60;
    private const int MostNumbers = 3;

    /// <summary>A value as a student reads it: at most six digits.</summary>
    internal static string Text<T>(T value) => value switch
    {
        null => "null",
        double number => number.ToString("G6", CultureInfo.InvariantCulture),
        float number => number.ToString("G6", CultureInfo.InvariantCulture),
        string text => $"\"{text}\"",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>The first numbers of many: <c>5.1, 4.9, …</c>.</summary>
    private static string Few(double[] values) => string.Join(", ", values.Take(MostNumbers).Select(value => value.ToString("G3", CultureInfo.InvariantCulture)))
        + (values.Length > MostNumbers ? ", …" : "");

    /// <summary>Code in one short line.</summary>
    private static string Name(string code)
    {
        var line = string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MostLetters ? line : string.Concat(line.AsSpan(0, MostLetters - 1), "…");
    }

    /// <summary>The place of a number: <c>[2, 0]</c>.</summary>
    private static string Index(int flat, Shape shape)
    {
        var places = new int[shape.Rank];
        for (var axis = shape.Rank - 1; axis >= 0; axis--)
            (flat, places[axis]) = Math.DivRem(flat, shape[axis]);
        return $"[{string.Join(", ", places.Select(place => place.ToString(CultureInfo.InvariantCulture)))}]";
    }
}
