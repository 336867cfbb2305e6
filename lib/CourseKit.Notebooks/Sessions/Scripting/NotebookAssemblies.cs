using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>
/// The dlls that a notebook refers to and those that lie beside them, as copies: the originals stay free, so that a build may replace them while the notebook is
/// open. What was loaded once stays for the session.
/// </summary>
/// <param name="scratch">An empty folder for the copies.</param>
internal sealed class NotebookAssemblies(string scratch)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _copyOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _copyByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _folderOf = new(StringComparer.Ordinal);

    /// <summary>The copy of a dll, made on first use.</summary>
    /// <param name="path">The original's full path; the file exists.</param>
    /// <exception cref="BadImageFormatException">It is no .NET assembly.</exception>
    public string Add(string path)
    {
        lock (_gate)
        {
            if (_copyOf.TryGetValue(path, out var known))
                return known;
            var folder = Directory.CreateDirectory(Path.Combine(scratch, _copyOf.Count.ToString(CultureInfo.InvariantCulture))).FullName;
            var copy = Path.Combine(folder, Path.GetFileName(path));
            File.Copy(path, copy);
            Add(path, copy);
            CopySymbols(path, folder);
            return copy;
        }
    }

    /// <summary>All originals with their copies.</summary>
    public IReadOnlyDictionary<string, string> Copies
    {
        get
        {
            lock (_gate)
                return new Dictionary<string, string>(_copyOf, StringComparer.Ordinal);
        }
    }

    /// <summary>From now on an original has this copy, which somebody else has made; nothing happens if it has one.</summary>
    public void Adopt(string path, string copy)
    {
        lock (_gate)
            if (!_copyOf.ContainsKey(path))
                Add(path, copy);
    }

    /// <summary>The copy of the assembly of this name: one that was referred to, or one beside an original; null if there is neither.</summary>
    public string? Find(string? name)
    {
        if (name is null)
            return null;
        lock (_gate)
        {
            if (_copyByName.TryGetValue(name, out var copy))
                return copy;
            var beside = _folderOf.Values.Distinct().Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);
            return beside is null ? null : Add(beside);
        }
    }

    /// <summary>The dll of which one is a copy; the dll itself if it is none.</summary>
    public string OriginalOf(string copy)
    {
        lock (_gate)
            return _folderOf.TryGetValue(copy, out var folder) ? Path.Combine(folder, Path.GetFileName(copy)) : copy;
    }

    /// <summary>The library of machine code that lies beside an original, or where its build put those for this system; null if there is none.</summary>
    public string? FindNative(string name)
    {
        lock (_gate)
            return (from folder in _folderOf.Values.Distinct()
                    from inside in new[] { "", Path.Combine("runtimes", RuntimeInformation.RuntimeIdentifier, "native") }
                    from file in new[] { name, name + NativeExtension, $"lib{name}{NativeExtension}" }
                    select Path.Combine(folder, inside, file)).FirstOrDefault(File.Exists);
    }

    private static string NativeExtension => OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";

    private void Add(string path, string copy)
    {
        var name = AssemblyName.GetAssemblyName(copy).Name!;
        _folderOf[copy] = Path.GetDirectoryName(path)!;
        _copyByName.TryAdd(name, copy);
        _copyOf[path] = copy;
    }

    /// <summary>With its symbols a library's own frames in a stack trace have lines.</summary>
    private static void CopySymbols(string path, string folder)
    {
        var symbols = Path.ChangeExtension(path, ".pdb");
        if (File.Exists(symbols))
            File.Copy(symbols, Path.Combine(folder, Path.GetFileName(symbols)));
    }
}
