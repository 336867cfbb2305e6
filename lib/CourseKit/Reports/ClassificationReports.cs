using CourseKit.Display;
using CourseKit.Metrics;

namespace CourseKit.Reports;

/// <summary>The classification reports of several models in one text, each under its name: R4's <c>classification_report.txt</c>.</summary>
public sealed class ClassificationReports : RichView
{
    private readonly IReadOnlyList<(string Name, ClassificationReport Report)> _reports;

    private ClassificationReports(IReadOnlyList<(string Name, ClassificationReport Report)> reports) => _reports = reports;

    /// <summary>All reports, each with its name above it and a blank line after it.</summary>
    public string Text => string.Join('\n', _reports.Select(named => $"{named.Name}\n{named.Report.Text}"));

    /// <summary>Puts reports together.</summary>
    /// <param name="reports">The name of each model and its report, in the order in which they are to stand.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ClassificationReports Of(params (string Name, ClassificationReport Report)[] reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        if (reports.Length == 0)
            throw new ArgumentException("ClassificationReports.Of: at least one report is required; none was given.");
        return new ClassificationReports(reports);
    }

    /// <summary>Writes <see cref="Text"/> to a file, UTF-8.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path) => File.WriteAllText(path, Text);

    /// <summary>A row for each model: accuracy, mean precision, recall and F1 over the classes.</summary>
    public Table ToTable()
    {
        var table = new Table("model", "accuracy", "macro precision", "macro recall", "macro F1");
        foreach (var (name, report) in _reports)
            table.Add(name, report.Accuracy, report.MacroAverage.Precision, report.MacroAverage.Recall, report.MacroAverage.F1);
        return table;
    }

    /// <inheritdoc/>
    public override string ToHtml() =>
        string.Concat(_reports.Select(named => $"<h4>{System.Net.WebUtility.HtmlEncode(named.Name)}</h4>{named.Report.ToHtml()}"));

    /// <inheritdoc/>
    public override string ToText() => Text.TrimEnd('\n');

    /// <inheritdoc/>
    public override string ToString() => $"ClassificationReports: {string.Join(", ", _reports.Select(named => named.Name))}";
}
