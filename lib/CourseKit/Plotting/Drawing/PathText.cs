using System.Text;

namespace CourseKit.Plotting.Drawing;

/// <summary>Writes the data of an SVG path, a tenth of a pixel exact.</summary>
internal sealed class PathText
{
    private readonly StringBuilder _text = new();
    private char _command;

    public bool IsEmpty => _text.Length == 0;

    public PathText Move(double x, double y) => Append('M', x, y);

    public PathText Line(double x, double y) => Append('L', x, y);

    public PathText Dot(double x, double y)
    {
        Append('M', x, y);
        _text.Append("h0");
        _command = 'h';
        return this;
    }

    public PathText Close()
    {
        _text.Append('Z');
        _command = 'Z';
        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>A number of pixels as text: one decimal, none where it is zero.</summary>
    public static string Number(double pixels)
    {
        var text = new StringBuilder(8);
        Append(text, pixels);
        return text.ToString();
    }

    private PathText Append(char command, double x, double y)
    {
        if (command != _command)
            _text.Append(command);
        else
            _text.Append(command == 'M' ? "M" : " ");
        _command = command;
        Append(_text, x);
        _text.Append(' ');
        Append(_text, y);
        return this;
    }

    private static void Append(StringBuilder text, double pixels)
    {
        // Far outside the canvas is far enough; longer numbers overflow what some viewers read.
        var tenths = (int)Math.Round(10 * Math.Clamp(pixels, -100_000, 100_000));
        if (tenths < 0)
            text.Append('-');
        var (whole, tenth) = Math.DivRem(Math.Abs(tenths), 10);
        text.Append(CultureInfo.InvariantCulture, $"{whole}");
        if (tenth != 0)
            text.Append('.').Append((char)('0' + tenth));
    }
}
