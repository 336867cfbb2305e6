using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Running;

/// <summary>The files that a run of one notebook leaves behind; each is complete or not there.</summary>
internal sealed class OutputFiles(string folder, string notebookPath)
{
    /// <summary>The name that no notebook of a run may have.</summary>
    public const string IndexStem = "index";

    private readonly string _stem = Path.Combine(folder, Path.GetFileNameWithoutExtension(notebookPath));

    /// <summary>The page for people.</summary>
    public string HtmlPath => _stem + ".html";

    /// <summary>Makes the folder and finds out that it can be written to, before any notebook has run for nothing.</summary>
    /// <exception cref="RunException">It cannot be made or written to.</exception>
    public static void Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".coursekit-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{folder}: a folder that can be written to is required; {error.Message} Choose another with --out.", error);
        }
    }

    /// <summary>Writes the notebook with its outputs.</summary>
    public void SaveNotebook(NotebookDocument document) => Save(_stem + ".ipynb", IpynbFormat.Write(document));

    /// <summary>Writes the page for people.</summary>
    public void SavePage(string html) => Save(HtmlPath, html);

    /// <summary>Writes the page that leads to all pages.</summary>
    public static void SaveIndex(string folder, string html) => Save(Path.Combine(folder, IndexStem + ".html"), html);

    private static void Save(string path, string text)
    {
        try
        {
            var unfinished = path + ".part";
            File.WriteAllText(unfinished, text);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{path}: the results could not be written; {error.Message} Free the disk, or choose another folder with --out.", error);
        }
    }
}
