using System.Globalization;
using System.Xml;

namespace CourseKit.Notebooks.Running.Results;

/// <summary>Results as JUnit's XML, which nearly every build server reads: a notebook is a suite, a cell of code a test.</summary>
public static class JUnitReport
{
    /// <summary>Writes the file's text.</summary>
    /// <param name="results">The notebooks of one run.</param>
    public static string Write(IReadOnlyList<NotebookResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return XmlText.Write(xml =>
        {
            xml.WriteStartElement("testsuites");
            xml.Attribute("name", "coursekit");
            WriteCounts(xml, [.. results.SelectMany(TestCase.Of)], TimeSpan.FromTicks(results.Sum(result => result.Elapsed.Ticks)));
            foreach (var result in results)
                WriteSuite(xml, result);
            xml.WriteEndElement();
        });
    }

    private static void WriteSuite(XmlWriter xml, NotebookResult notebook)
    {
        var path = notebook.Path.Replace('\\', '/');
        var cases = TestCase.Of(notebook);
        xml.WriteStartElement("testsuite");
        xml.Attribute("name", path);
        WriteCounts(xml, cases, notebook.Elapsed);
        xml.Attribute("timestamp", notebook.Started.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
        foreach (var test in cases)
            WriteCase(xml, path, test);
        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyList<TestCase> cases, TimeSpan elapsed)
    {
        xml.Attribute("tests", cases.Count);
        xml.Attribute("failures", cases.Count(test => test.Outcome == TestOutcome.Failed));
        xml.Attribute("errors", cases.Count(test => test.Outcome == TestOutcome.Error));
        xml.Attribute("skipped", cases.Count(test => test.Outcome == TestOutcome.Skipped));
        xml.Attribute("time", Seconds(elapsed));
    }

    private static void WriteCase(XmlWriter xml, string path, TestCase test)
    {
        xml.WriteStartElement("testcase");
        xml.Attribute("classname", Path.GetFileNameWithoutExtension(path));
        xml.Attribute("name", test.Name);
        xml.Attribute("file", path);
        if (test.Line > 0)
            xml.Attribute("line", test.Line);
        xml.Attribute("time", Seconds(test.Elapsed));
        if (test.Outcome != TestOutcome.Passed)
        {
            xml.WriteStartElement(test.Outcome switch { TestOutcome.Skipped => "skipped", TestOutcome.Failed => "failure", _ => "error" });
            xml.Attribute("message", test.Message ?? "");
            if (test.Outcome != TestOutcome.Skipped)
                xml.Attribute("type", test.Kind);
            xml.Text(test.Details);
            xml.WriteEndElement();
        }
        if (test.Text.Length > 0)
        {
            xml.WriteStartElement("system-out");
            xml.Text(test.Text);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
