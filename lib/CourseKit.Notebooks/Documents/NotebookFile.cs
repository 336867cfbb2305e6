using System.Text;

namespace CourseKit.Notebooks.Documents;

/// <summary>Notebooks as files: the ending says which format it is.</summary>
public static class NotebookFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether the name ends as a notebook's does: <c>.dib</c> or <c>.ipynb</c>, capitals aside.</summary>
    public static bool IsNotebook(string path) => FormatOf(path) is not null;

    /// <summary>Reads a notebook.</summary>
    /// <param name="path">A file ending in .dib or .ipynb; UTF-8, or UTF-16 with a byte order mark.</param>
    /// <exception cref="NotebookFormatException">The file is not there, cannot be read, is no notebook by its name, or not by its content.</exception>
    public static NotebookDocument Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
            throw Error(path, "a notebook file is required; this is a folder. Name one of the notebooks in it.");
        if (!File.Exists(path))
            throw NotThere(path);
        return RequireFormat(path) == Format.Dib ? DibFormat.Parse(Read(path), path) : IpynbFormat.Parse(Read(path), path);
    }

    /// <summary>Writes a notebook, all of it or nothing: what was there before stays until the new file is complete.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="path">A file ending in .dib or .ipynb, in a folder that exists. A file that is there is replaced unless it is read-only.</param>
    /// <exception cref="NotebookFormatException">The format cannot hold the notebook, or the file cannot be written.</exception>
    public static void Save(NotebookDocument document, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var text = RequireFormat(path) == Format.Dib ? DibFormat.Write(document, path) : IpynbFormat.Write(document);
        if (File.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
            throw Error(path, "the file is read-only. Make it writable, or choose another name.");
        var unfinished = path + ".tmp";
        try
        {
            File.WriteAllText(unfinished, text, Utf8);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
            throw Error(path, $"the file cannot be written: {error.Message.TrimEnd('.')}. Choose a folder that exists and is writable.", error);
        }
    }

    private enum Format
    {
        Dib,
        Ipynb,
    }

    private static Format? FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".dib" => Format.Dib,
        ".ipynb" => Format.Ipynb,
        _ => null,
    };

    private static Format RequireFormat(string path) => FormatOf(path) ?? throw Error(path, "a notebook's name ends in .dib or .ipynb; this one does not.");

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path, Utf8);
        }
        catch (DecoderFallbackException error)
        {
            throw Error(path, "a notebook is text in UTF-8; this file holds bytes that are not. Save it as UTF-8.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Error(path, $"the file cannot be read: {error.Message.TrimEnd('.')}.", error);
        }
    }

    private static NotebookFormatException NotThere(string path)
    {
        var folder = Path.GetDirectoryName(path) is { Length: > 0 } parent ? parent : ".";
        if (!Directory.Exists(folder))
            return Error(path, $"there is no folder {folder}.");
        var stem = Path.GetFileNameWithoutExtension(path);
        var notebooks = Directory.EnumerateFiles(folder).Where(IsNotebook).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal).ToArray();
        var nearest = notebooks.FirstOrDefault(name => string.Equals(Path.GetFileNameWithoutExtension(name), stem, StringComparison.OrdinalIgnoreCase))
            ?? NearestName.Of(Path.GetFileName(path), notebooks);
        return Error(path, nearest is null ? "there is no such file, and no notebook of a similar name beside it." : $"there is no such file. Did you mean {nearest}?");
    }

    private static NotebookFormatException Error(string path, string problem, Exception? inner = null) => new(problem, new Place(path), inner);
}
