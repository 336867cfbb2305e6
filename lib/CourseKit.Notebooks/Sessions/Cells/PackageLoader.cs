using System.Globalization;
using System.Net;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Packages;
using CourseKit.Notebooks.Sessions.Output;
using CourseKit.Notebooks.Sessions.Scripting;

namespace CourseKit.Notebooks.Sessions.Cells;

/// <summary>Gets the packages that a section asks for before its code runs, and shows in the cell how it goes.</summary>
internal sealed class PackageLoader(NotebookPackages packages, ScriptChain script)
{
    private readonly HashSet<string> _said = [];
    private string? _shown;

    /// <exception cref="CellRefusal">One cannot be had.</exception>
    public void Load(CellRequest request, IReadOnlyList<PackageLine> lines, CancellationToken stop)
    {
        PackageReference[] references = [.. lines.Select(line => line.Reference).OfType<PackageReference>()];
        try
        {
            _shown = null;
            var names = string.Join(", ", references.Select(reference => reference.ToString()));
            if (packages.Add(new PackageRequest(references, [.. lines.SelectMany(line => line.Sources)]), elapsed => Progress(names, elapsed), stop) is not { } added)
                return;
            script.Reference(added.Packages, added.Served);
            if (added.Packages is { } restored)
                Show("Installed packages", Installed(references, restored), [.. restored.Warnings, .. Extensions(restored)]);
        }
        catch (PackageException error)
        {
            if (_shown is not null)
                Show("Packages could not be installed", [string.Join(", ", references.Select(reference => reference.ToString()))], []);
            var line = lines.FirstOrDefault(line => line.Reference?.Id == error.PackageId && error.PackageId is not null) ?? lines[0];
            throw new CellRefusal(new CellError
            {
                Kind = CellErrorKind.Package,
                Message = error.Message,
                Position = CellSource.Position(request, line.Number, 1),
                SourceLine = CellSource.Line(request, line.Number),
            });
        }
    }

    private void Progress(string names, TimeSpan elapsed) =>
        Show("Installing packages", [elapsed > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $"{names}: {elapsed.TotalSeconds:F0} s") : names], []);

    private static string[] Installed(PackageReference[] asked, RestoredPackages restored) =>
        [.. restored.Packages.Where(package => Array.Exists(asked, reference => reference.Id.Equals(package.Id, StringComparison.OrdinalIgnoreCase)))
            .Select(package => $"{package.Id}, {package.Version}")];

    /// <summary>Said once, and not again with the next package.</summary>
    private IEnumerable<string> Extensions(RestoredPackages restored) => restored.Packages.Where(package => package.HasExtension && _said.Add(package.Id))
        .Select(package => $"{package.Id} brings an extension of .NET Interactive, which is not run here: its objects show as any others do.");

    /// <summary>One display, which changes until the packages are there.</summary>
    private void Show(string title, IReadOnlyList<string> items, IReadOnlyList<string> remarks)
    {
        var html = $"<div><strong>{title}</strong><ul>{string.Concat(items.Select(item => $"<li>{WebUtility.HtmlEncode(item)}</li>"))}</ul>" +
            $"{string.Concat(remarks.Select(remark => $"<p>{WebUtility.HtmlEncode(remark)}</p>"))}</div>";
        var bundle = MimeBundle.Of(("text/html", html), ("text/plain", string.Join('\n', [$"{title}: {string.Join("; ", items)}", .. remarks])));
        if (_shown is { } id)
            DisplayBridge.Display.Update(id, bundle);
        else
            _shown = DisplayBridge.Display.Show(bundle);
    }
}
