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
    /// <exception cref="NotebookFormatException">The file is not there, cannot be read, or is no notebook.</exception>
    public static NotebookDocument Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        RequireNoFolder(path);
        if (!File.Exists(path))
            throw NotThere(path);
        return RequireFormat(path) == Format.Dib ? DibFormat.Parse(Read(path), path) : IpynbFormat.Parse(Read(path), path);
    }

    /// <summary>Writes a notebook, all of it or nothing: what was there before stays until the new file is complete.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="path">A file ending in .dib or .ipynb, in a folder that exists. It is replaced unless it is read-only.</param>
    /// <exception cref="NotebookFormatException">The format cannot hold the notebook, or the file cannot be written.</exception>
    public static void Save(NotebookDocument document, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var text = RequireFormat(path) == Format.Dib ? DibFormat.Write(document, path) : IpynbFormat.Write(document);
        RequireNoFolder(path);
        RequireFolderOf(path);
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
            throw Error(path, $"the file cannot be written: {Reason(error)}. Choose another folder, or make this one writable.", error);
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

    private static Format RequireFormat(string path) =>
        FormatOf(path) ?? throw Error(path, "a notebook's name ends in .dib or .ipynb; this one does not.");

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
            throw Error(path, $"the file cannot be read: {Reason(error)}. Make it readable, or close the program that holds it.", error);
        }
    }

    private static string Reason(Exception error) => error is UnauthorizedAccessException ? "access is denied" : error.Message.TrimEnd('.');

    private static void RequireNoFolder(string path)
    {
        if (Directory.Exists(path))
            throw Error(path, "a notebook file is required; this is a folder. Name a file in it.");
    }

    private static string RequireFolderOf(string path)
    {
        var folder = Path.GetDirectoryName(path) is { Length: > 0 } parent ? parent : ".";
        return Directory.Exists(folder) ? folder : throw Error(path, $"there is no folder {folder}. Make it, or correct the path.");
    }

    private static NotebookFormatException NotThere(string path)
    {
        var beside = Directory.EnumerateFiles(RequireFolderOf(path)).Where(IsNotebook).Order(StringComparer.Ordinal);
        string[] notebooks = [.. beside.Select(file => Path.GetFileName(file))];
        var sameStem = notebooks.FirstOrDefault(name => string.Equals(Stem(name), Stem(path), StringComparison.OrdinalIgnoreCase));
        return (sameStem ?? NearestName.Of(Path.GetFileName(path), notebooks)) is { } nearest
            ? Error(path, $"there is no such file. Did you mean {nearest}?")
            : Error(path, "there is no such file, and no notebook of a similar name beside it.");
    }

    private static string Stem(string path) => Path.GetFileNameWithoutExtension(path);

    private static NotebookFormatException Error(string path, string problem, Exception? inner = null) =>
        new(problem, new Place(path), inner);
}
