namespace CourseKit.Notebooks.Packages;

/// <summary>The packages of a notebook: what it has asked for so far, and what that brought.</summary>
/// <param name="restore">Gets them.</param>
/// <param name="served">Packages that this program has itself, by their ids, with the dll of each: they are of its own release, and no feed is asked.</param>
internal sealed class NotebookPackages(PackageRestore restore, IReadOnlyDictionary<string, string> served)
{
    private readonly List<string> _sources = [];
    private readonly List<PackageReference> _asked = [];
    private RestoredPackages? _last;

    /// <summary>Gets what is new in a request, together with what was asked for before; a request that cannot be met changes nothing.</summary>
    /// <returns>All of the notebook's packages, and the dlls of served ones; null if nothing is new.</returns>
    /// <exception cref="PackageException">A package cannot be had, or not in this version beside those that are there.</exception>
    public (RestoredPackages? Packages, IReadOnlyList<string> Served)? Add(PackageRequest request, Action<TimeSpan> progress, CancellationToken stop)
    {
        _sources.AddRange(request.Sources.Select(Resolve).Except(_sources, StringComparer.Ordinal));
        List<PackageReference> added = [];
        List<string> own = [];
        foreach (var reference in request.References)
            if (served.FirstOrDefault(entry => entry.Key.Equals(reference.Id, StringComparison.OrdinalIgnoreCase)) is { Value: { } dll })
                own.Add(Serve(reference, dll));
            else if (IsNew(reference, [.. _asked, .. added]))
                added.Add(reference);
        if (added.Count == 0)
            return own.Count == 0 ? null : (null, own);
        PackageReference[] all = [.. _asked.Select(Pinned), .. added];
        _last = restore.Get(new PackageRequest(all, _sources), progress, stop);
        _asked.AddRange(added);
        return (_last, own);
    }

    /// <summary>Whether a reference asks for more than is there.</summary>
    private bool IsNew(PackageReference reference, IReadOnlyList<PackageReference> known)
    {
        if (known.FirstOrDefault(other => other.Id.Equals(reference.Id, StringComparison.OrdinalIgnoreCase)) is not { } earlier)
            return true;
        if (reference.Version is not { } version || PackageReference.IsSameVersion(version, earlier.Range))
            return false;
        var there = VersionOf(reference.Id) ?? earlier.Range;
        return PackageReference.IsSameVersion(version, there)
            ? false
            : throw new PackageException($"#r \"nuget:{reference}\": one version of a package is required; this notebook has {earlier.Id} {there} already. " +
                "Write one version in all cells, and start anew.", reference.Id);
    }

    /// <summary>A package stays as it is loaded, whatever is newest by now.</summary>
    private PackageReference Pinned(PackageReference reference) => reference with { Version = VersionOf(reference.Id) ?? reference.Version };

    private string? VersionOf(string id) => _last?.Packages.FirstOrDefault(package => package.Id.Equals(id, StringComparison.OrdinalIgnoreCase))?.Version;

    /// <summary>Folders are the notebook's neighbours.</summary>
    private string Resolve(string source) => source.Contains("://", StringComparison.Ordinal) ? source : Path.GetFullPath(source, restore.Folder);

    private static string Serve(PackageReference reference, string dll)
    {
        var there = System.Reflection.AssemblyName.GetAssemblyName(dll).Version!.ToString(3);
        if (reference.Version is { } version && Version.TryParse(version.Split('-')[0], out var asked) && asked > Version.Parse(there))
            throw new PackageException($"#r \"nuget:{reference}\": {reference.Id} comes with this program, which has {there}; received {version}. " +
                "Install the release of the runner that has it, or write no version.", reference.Id);
        return dll;
    }
}
