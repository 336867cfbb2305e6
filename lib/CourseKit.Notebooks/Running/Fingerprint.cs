using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Running;

/// <summary>A hash of all that a notebook's run rests on: its cells, the files that its code names, the library, the runner, the data, and what is given from outside.</summary>
internal static partial class Fingerprint
{
    private const string OwnVariables = "COURSEKIT_";
    private const string DataVariable = "COURSEKIT_DATA";
    private static readonly string[] Scripts = [".dib", ".ipynb", ".cs", ".csx"];

    public static string Of(string path, NotebookDocument document, RunOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));

        Add(typeof(Fingerprint).Assembly.ManifestModule.ModuleVersionId.ToString());
        Add(Environment.Version.ToString());
        Add($"{options.SkipUnsupported} {options.Plotly} {options.Output}");
        foreach (var (name, value) in options.Given.Parameters.Select(given => (given.Key, (string?)given.Value.ToString()))
            .Concat(options.Given.Inputs.Concat(options.Given.Secrets).Select(given => (given.Key, (string?)given.Value))))
            Add($"{name}={value}");
        foreach (var (name, value) in Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Select(entry => (Name: (string)entry.Key, Value: entry.Value as string)).Where(entry => entry.Name.StartsWith(OwnVariables, StringComparison.Ordinal))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal))
            Add($"{name}={value}");
        if (Environment.GetEnvironmentVariable(DataVariable) is { Length: > 0 } data)
            foreach (var line in Listing(data, SearchOption.AllDirectories))
                Add(line);
        hash.AppendData(File.ReadAllBytes(path));
        foreach (var file in Files(document.Cells.Select(cell => cell.Source), Path.GetDirectoryName(Path.GetFullPath(path))!))
        {
            Add(file);
            hash.AppendData(File.ReadAllBytes(file));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Every file that a text in quotes, or a line <c>#!import</c>, names; the dlls beside a dll; and what such files name in turn.</summary>
    private static SortedSet<string> Files(IEnumerable<string> texts, string folder)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var unread = new Queue<string>(texts);
        while (unread.TryDequeue(out var text))
            foreach (Match name in Names().Matches(text))
                foreach (var file in Named(name.Groups["name"].Value.Trim(), folder))
                    if (found.Add(file) && Scripts.Contains(Path.GetExtension(file)))
                        unread.Enqueue(File.ReadAllText(file));
        return found;
    }

    private static IEnumerable<string> Named(string name, string folder)
    {
        if (name.Length == 0 || name.IndexOfAny(Path.GetInvalidPathChars()) >= 0)
            return [];
        var path = Path.GetFullPath(name, folder);
        if (Directory.Exists(path))
            return Directory.EnumerateFiles(path);
        if (!File.Exists(path))
            return [];
        return Path.GetExtension(path) == ".dll" ? Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "*.dll") : [path];
    }

    /// <summary>Large sets of data are not read: their sizes and times tell enough.</summary>
    private static IEnumerable<string> Listing(string folder, SearchOption search) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFiles("*", search).OrderBy(file => file.FullName, StringComparer.Ordinal)
            .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}"))
        : [];

    [GeneratedRegex("""(?:"(?<name>[^"\r\n]{1,260})")|(?:^#!import[ \t]+(?<name>[^"\r\n]+))""", RegexOptions.Multiline)]
    private static partial Regex Names();
}
