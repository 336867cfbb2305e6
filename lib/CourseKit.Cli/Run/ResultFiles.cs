using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Running.Results;

namespace CourseKit.Cli.Run;

/// <summary>The files that a run leaves for other programs.</summary>
/// <param name="JUnit">Where JUnit's XML goes, or null.</param>
/// <param name="Trx">Where TRX goes, or null.</param>
internal sealed record ResultFiles(string? JUnit, string? Trx)
{
    /// <summary>Makes their folders, and finds out that they can be written to, before any notebook has run for nothing.</summary>
    /// <exception cref="RunException">One cannot.</exception>
    public void Prepare() => ForEach(_ => "");

    /// <summary>Writes the files.</summary>
    /// <exception cref="RunException">One cannot be written.</exception>
    public void Write(IReadOnlyList<NotebookResult> results) => ForEach(write => write(results));

    private void ForEach(Func<Func<IReadOnlyList<NotebookResult>, string>, string> text)
    {
        foreach (var (option, path, write) in new[] { ("--junit", JUnit, (Func<IReadOnlyList<NotebookResult>, string>)JUnitReport.Write), ("--trx", Trx, TrxReport.Write) })
        {
            if (path is null)
                continue;
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                File.WriteAllText(path, text(write));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new RunException($"{option}: a file that can be written is required; {error.Message} Choose another name.", error);
            }
        }
    }
}
