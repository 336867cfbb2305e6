using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Linting.Rules;

/// <summary>A cell that needs a package says so, that it can be left out where there is none.</summary>
internal sealed partial class PackageRule : LintRule
{
    public override string Name => "package";

    public override IEnumerable<LintFinding> Check(LintedNotebook notebook) =>
        from cell in notebook.Code
        from line in cell.Lines.Index()
        let package = Reference().Match(line.Item)
        where package.Success && !Requires(cell, package.Groups["id"].Value)
        select At(cell, line.Index + 1, $"a cell that needs the package {package.Groups["id"].Value} is required to say so; this one does not.",
            "Add the comment above the line.", $"// coursekit: requires nuget:{package.Groups["id"].Value}\n{line.Item}");

    private static bool Requires(LintedCell cell, string package) => cell.Lines.Any(line => Comment().Match(line).Groups["id"].Value.Equals(package, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("^#r[ \\t]*\"[ ]*nuget:[ ]*(?<id>[\\w.-]+)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^[ \t]*//[ \t]*coursekit:[ \t]*requires[ \t]+nuget:[ ]*(?<id>[\w.-]+)")]
    private static partial Regex Comment();
}
