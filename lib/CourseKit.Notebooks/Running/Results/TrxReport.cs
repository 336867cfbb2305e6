using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace CourseKit.Notebooks.Running.Results;

/// <summary>Results as TRX, the format of <c>dotnet test</c> and Azure: a cell of code is a test, its notebook the class.</summary>
public static class TrxReport
{
    private const string Namespace = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>The kind of test and the list that the format wants named; both are fixed by it.</summary>
    private const string UnitTest = "13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b", ResultsNotInAList = "8c84fa94-04c1-424b-9868-57a2d4851a1d";

    /// <summary>Writes the file's text.</summary>
    /// <param name="results">The notebooks of one run.</param>
    public static string Write(IReadOnlyList<NotebookResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        Entry[] entries = [.. results.SelectMany(notebook => TestCase.Of(notebook).Select(test => new Entry(notebook.Path.Replace('\\', '/'), notebook.Started, test)))];
        return XmlText.Write(xml =>
        {
            xml.WriteStartElement("TestRun", Namespace);
            xml.Attribute("id", Id("run", string.Join('|', results.Select(result => $"{result.Path} {Time(result.Started)}"))));
            xml.Attribute("name", "coursekit");
            WriteTimes(xml, results);
            WriteAll(xml, "Results", entries, WriteResult);
            WriteAll(xml, "TestDefinitions", entries, WriteDefinition);
            WriteAll(xml, "TestEntries", entries, WriteEntry);
            WriteLists(xml);
            WriteSummary(xml, entries);
            xml.WriteEndElement();
        });
    }

    private static void WriteTimes(XmlWriter xml, IReadOnlyList<NotebookResult> results)
    {
        if (results.Count == 0)
            return;
        var start = Time(results[0].Started);
        xml.WriteStartElement("Times");
        foreach (var name in new[] { "creation", "queuing", "start" })
            xml.Attribute(name, start);
        xml.Attribute("finish", Time(results.Max(result => result.Started + result.Elapsed)));
        xml.WriteEndElement();
    }

    private static void WriteAll(XmlWriter xml, string name, Entry[] entries, Action<XmlWriter, Entry> write)
    {
        xml.WriteStartElement(name);
        foreach (var entry in entries)
            write(xml, entry);
        xml.WriteEndElement();
    }

    private static void WriteResult(XmlWriter xml, Entry entry)
    {
        xml.WriteStartElement("UnitTestResult");
        xml.Attribute("executionId", entry.ExecutionId);
        xml.Attribute("testId", entry.TestId);
        xml.Attribute("testName", entry.Name);
        xml.Attribute("computerName", "coursekit");
        xml.Attribute("duration", entry.Test.Elapsed.ToString(@"hh\:mm\:ss\.fffffff", CultureInfo.InvariantCulture));
        xml.Attribute("startTime", Time(entry.Started));
        xml.Attribute("endTime", Time(entry.Started + entry.Test.Elapsed));
        xml.Attribute("testType", UnitTest);
        xml.Attribute("outcome", entry.Test.Outcome switch { TestOutcome.Passed => "Passed", TestOutcome.Skipped => "NotExecuted", _ => "Failed" });
        xml.Attribute("testListId", ResultsNotInAList);
        xml.Attribute("relativeResultsDirectory", entry.ExecutionId);
        if (entry.Test.Message is { } message)
        {
            xml.WriteStartElement("Output");
            WriteElement(xml, "StdOut", entry.Test.Text);
            xml.WriteStartElement("ErrorInfo");
            WriteElement(xml, "Message", message);
            WriteElement(xml, "StackTrace", entry.Test.Details);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteElement(XmlWriter xml, string name, string text)
    {
        if (text.Length == 0)
            return;
        xml.WriteStartElement(name);
        xml.Text(text);
        xml.WriteEndElement();
    }

    private static void WriteDefinition(XmlWriter xml, Entry entry)
    {
        xml.WriteStartElement("UnitTest");
        xml.Attribute("name", entry.Name);
        xml.Attribute("storage", entry.Path);
        xml.Attribute("id", entry.TestId);
        xml.WriteStartElement("Execution");
        xml.Attribute("id", entry.ExecutionId);
        xml.WriteEndElement();
        xml.WriteStartElement("TestMethod");
        xml.Attribute("codeBase", entry.Path);
        xml.Attribute("adapterTypeName", "executor://coursekit");
        xml.Attribute("className", Path.GetFileNameWithoutExtension(entry.Path));
        xml.Attribute("name", entry.Test.Name);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteEntry(XmlWriter xml, Entry entry)
    {
        xml.WriteStartElement("TestEntry");
        xml.Attribute("testId", entry.TestId);
        xml.Attribute("executionId", entry.ExecutionId);
        xml.Attribute("testListId", ResultsNotInAList);
        xml.WriteEndElement();
    }

    private static void WriteLists(XmlWriter xml)
    {
        xml.WriteStartElement("TestLists");
        xml.WriteStartElement("TestList");
        xml.Attribute("name", "Results Not in a List");
        xml.Attribute("id", ResultsNotInAList);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSummary(XmlWriter xml, Entry[] entries)
    {
        var skipped = entries.Count(entry => entry.Test.Outcome == TestOutcome.Skipped);
        var failed = entries.Count(entry => entry.Test.Outcome >= TestOutcome.Failed);
        xml.WriteStartElement("ResultSummary");
        xml.Attribute("outcome", failed > 0 || entries.Length == 0 ? "Failed" : "Completed");
        xml.WriteStartElement("Counters");
        xml.Attribute("total", entries.Length);
        xml.Attribute("executed", entries.Length - skipped);
        xml.Attribute("passed", entries.Length - skipped - failed);
        xml.Attribute("failed", failed);
        xml.Attribute("notExecuted", skipped);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Time(DateTimeOffset time) => time.ToString("o", CultureInfo.InvariantCulture);

    /// <summary>The same for the same thing in every run, so that servers follow a cell over time.</summary>
    private static string Id(string kind, string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind} {name}")).AsSpan(0, 16)).ToString();

    private sealed record Entry(string Path, DateTimeOffset Started, TestCase Test)
    {
        public string Name => $"{System.IO.Path.GetFileName(Path)}, {Test.Name}";

        public string TestId => Id("test", $"{Path} {Test.Name}");

        public string ExecutionId => Id("execution", $"{Path} {Test.Name} {Time(Started)}");
    }
}
