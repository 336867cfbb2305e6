using System.Runtime.CompilerServices;

namespace CourseKit.Testing;

/// <summary>Compares text with the approved file beside the test; writes a .received file and says how to approve it when they differ.</summary>
internal static class Approved
{
    /// <param name="actual">The text as people would read it; line ends are normalised to LF.</param>
    /// <param name="name">File name with its ending: <c>ModelSummary.txt</c> is kept as <c>ModelSummary.approved.txt</c>.</param>
    /// <param name="source">The calling test's source file.</param>
    public static void Check(string actual, string name, [CallerFilePath] string source = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(source)!, Path.GetFileNameWithoutExtension(name));
        var approved = $"{stem}.approved{Path.GetExtension(name)}";
        var received = $"{stem}.received{Path.GetExtension(name)}";
        var text = actual.ReplaceLineEndings("\n");
        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : null;

        if (text == expected)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, text);
        Assert.Fail($"{Path.GetFileName(approved)} {Difference(expected, text)}\nTo approve: mv '{received}' '{approved}'");
    }

    private static string Difference(string? expected, string actual)
    {
        if (expected is null)
            return "does not exist yet.";
        string[] was = expected.Split('\n'), now = actual.Split('\n');
        var line = was.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"differs at line {line + 1}:\n- {was.ElementAtOrDefault(line) ?? "(end)"}\n+ {now.ElementAtOrDefault(line) ?? "(end)"}";
    }
}
