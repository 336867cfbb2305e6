using System.Globalization;
using StbImageSharp;

namespace CourseKit.Notebooks.Approval;

/// <summary>A picture of pixels as a few lines: its size, its mean colour, and how bright it is in each of 16 × 16 fields, from 0 (black) to f (white).</summary>
internal static class PixelSketch
{
    private const int Fields = 16;

    private const string Levels = "0123456789abcdef";

    /// <summary>The sketch of a PNG, JPEG, GIF or BMP; null where it is none that can be read.</summary>
    public static IReadOnlyList<string>? Of(byte[] file)
    {
        ImageResult picture;
        try
        {
            picture = ImageResult.FromMemory(file, ColorComponents.RedGreenBlueAlpha);
        }
        catch (Exception error) when (error is InvalidOperationException or IndexOutOfRangeException or IOException or NotSupportedException or ArgumentException)
        {
            // A cell may show as a picture what is none; then its bytes are compared.
            return null;
        }
        var mean = Mean(picture, 0, picture.Width, 0, picture.Height);
        var rows = Enumerable.Range(0, Fields).Select(row => string.Concat(Enumerable.Range(0, Fields).Select(column => Level(picture, row, column))));
        return [string.Create(CultureInfo.InvariantCulture, $"{picture.Width} × {picture.Height} pixels, mean colour {mean[0]:0} {mean[1]:0} {mean[2]:0}"), .. rows];
    }

    /// <summary>What is wrong in a few words; null if the pictures are near enough.</summary>
    public static string? Refute(IReadOnlyList<string> approved, IReadOnlyList<string> received, double tolerance)
    {
        if (approved.Count == 1 || received.Count == 1)
            return approved.SequenceEqual(received) ? null : $"a picture of {approved[0]} is approved; received {received[0]}";
        if (Size(approved[0]) != Size(received[0]))
            return $"a picture of {Size(approved[0])} is approved; received {Size(received[0])}";
        var distance = Math.Max(ColourDistance(approved[0], received[0]), LevelDistance(approved.Skip(1), received.Skip(1)));
        return distance <= tolerance ? null : $"the picture is {Tolerance.Percent(Math.Round(distance, 4))} away from the approved one ({Tolerance.Percent(tolerance)} is allowed)";
    }

    private static string Size(string line) => line.Split(',')[0];

    private static double ColourDistance(string approved, string received) =>
        Colour(approved).Zip(Colour(received), (was, now) => Math.Abs(was - now) / 255).DefaultIfEmpty(0).Max();

    private static IEnumerable<double> Colour(string line) =>
        line.Split(' ').TakeLast(3).Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0);

    private static double LevelDistance(IEnumerable<string> approved, IEnumerable<string> received) =>
        string.Concat(approved).Zip(string.Concat(received), (was, now) => Math.Abs(Levels.IndexOf(was, StringComparison.Ordinal) - Levels.IndexOf(now, StringComparison.Ordinal)) / 15.0)
            .DefaultIfEmpty(0).Average();

    private static char Level(ImageResult picture, int row, int column)
    {
        var mean = Mean(picture, column * picture.Width / Fields, (column + 1) * picture.Width / Fields, row * picture.Height / Fields, (row + 1) * picture.Height / Fields);
        // Brightness of sRGB as ITU-R BT.601 weighs its parts.
        return Levels[(int)Math.Clamp(Math.Round((0.299 * mean[0] + 0.587 * mean[1] + 0.114 * mean[2]) / 17), 0, 15)];
    }

    /// <summary>Red, green and blue of a field, 0 to 255, on white paper; of a picture smaller than its fields the nearest pixel.</summary>
    private static double[] Mean(ImageResult picture, int left, int right, int top, int bottom)
    {
        var sums = new double[3];
        (right, bottom) = (Math.Max(right, left + 1), Math.Max(bottom, top + 1));
        for (var y = top; y < bottom; y++)
            for (var x = left; x < right; x++)
            {
                var at = 4 * (y * picture.Width + x);
                var alpha = picture.Data[at + 3] / 255.0;
                for (var part = 0; part < 3; part++)
                    sums[part] += picture.Data[at + part] * alpha + 255 * (1 - alpha);
            }
        return [.. sums.Select(sum => sum / ((right - left) * (bottom - top)))];
    }
}
