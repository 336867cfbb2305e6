using System.Net;
using System.Text;

namespace CourseKit.Metrics;

/// <summary>Writes a <see cref="ClassificationReport"/> as text, column by column as scikit-learn does, and as HTML.</summary>
internal sealed class ReportText
{
    private static readonly string[] Headers = ["precision", "recall", "f1-score", "support"];

    private readonly ClassificationReport _report;
    private readonly Line[] _classes;
    private readonly Line[] _averages;

    public ReportText(ClassificationReport report)
    {
        _report = report;
        _classes = [.. report.Rows.Select(LineOf)];
        var micro = LineOf(report.MicroAverage);
        _averages =
        [
            report.Accuracy is null ? micro : new Line("accuracy", ["", "", .. micro.Cells[2..]]),
            LineOf(report.MacroAverage),
            LineOf(report.WeightedAverage),
        ];
    }

    private sealed record Line(string Name, string[] Cells);

    public string Text()
    {
        var nameWidth = _classes.Concat(_averages).Select(line => line.Name).Concat(_report.TargetNames).Append("weighted avg").Max(Length);
        var width = Math.Max(nameWidth, _report.Digits);
        var text = new StringBuilder();
        Append(new Line("", Headers));
        text.Append('\n');
        Array.ForEach(_classes, Append);
        text.Append('\n');
        Array.ForEach(_averages, Append);
        return text.ToString();

        void Append(Line line)
        {
            text.Append(' ', width - Length(line.Name)).Append(line.Name).Append(' ');
            foreach (var cell in line.Cells)
                text.Append(' ').Append(cell.PadLeft(9));
            text.Append('\n');
        }
    }

    public string Html()
    {
        var html = new StringBuilder("<table><thead><tr><td></td>");
        foreach (var header in Headers)
            html.Append("<th scope=\"col\" style=\"text-align:right\">").Append(header).Append("</th>");
        html.Append("</tr></thead>");
        AppendBody(_classes);
        AppendBody(_averages);
        html.Append("</table>");
        foreach (var warning in _report.Warnings)
            html.Append("<p>").Append(WebUtility.HtmlEncode(warning)).Append("</p>");
        return html.ToString();

        void AppendBody(Line[] lines)
        {
            html.Append("<tbody>");
            foreach (var line in lines)
            {
                html.Append("<tr><th scope=\"row\" style=\"text-align:right\">").Append(WebUtility.HtmlEncode(line.Name)).Append("</th>");
                foreach (var cell in line.Cells)
                    html.Append("<td style=\"text-align:right\">").Append(cell).Append("</td>");
                html.Append("</tr>");
            }
            html.Append("</tbody>");
        }
    }

    private Line LineOf(ClassScore row) => new(row.Name,
    [
        FixedPoint.Format(row.Precision, _report.Digits),
        FixedPoint.Format(row.Recall, _report.Digits),
        FixedPoint.Format(row.F1, _report.Digits),
        // Where no prediction is right scikit-learn's counts become floating point: 3 is written 3.0.
        row.Support.ToString(CultureInfo.InvariantCulture) + (_report.NothingIsRight ? ".0" : ""),
    ]);

    // Python counts code points; a character outside the first plane is two chars here.
    private static int Length(string name) => name.EnumerateRunes().Count();
}
