using System.Xml.Linq;

namespace CourseKit.Notebooks.Packages;

/// <summary>The project from which the SDK restores: it stands alone, whatever lies in the folders around it.</summary>
internal static class RestoreProject
{
    /// <param name="request">What is asked for.</param>
    /// <param name="folder">The notebook's, from which NuGet looks for the user's configuration.</param>
    /// <param name="only">The one feed to ask, in place of all others; null to ask the user's own.</param>
    public static string Text(PackageRequest request, string folder, string? only)
    {
        XElement[] properties =
        [
            new("ImportDirectoryBuildProps", "false"), new("ImportDirectoryBuildTargets", "false"), new("ImportDirectoryPackagesProps", "false"),
            new("TargetFramework", $"net{Environment.Version.Major}.{Environment.Version.Minor}"),
            new("RestoreRootConfigDirectory", folder),
            new("NuGetAudit", "false"),
            // Files for this system, without the programs and frameworks that publishing for it would need.
            new("EnableRuntimePackDownload", "false"), new("EnableAppHostPackDownload", "false"),
            only is null ? new("RestoreAdditionalProjectSources", string.Join(';', request.Sources)) : new("RestoreSources", only),
        ];
        return new XElement("Project",
            new XElement("PropertyGroup", properties),
            new XElement("Import", new XAttribute("Project", "Sdk.props"), new XAttribute("Sdk", "Microsoft.NET.Sdk")),
            new XElement("PropertyGroup", new XElement("RuntimeIdentifiers", "$(NETCoreSdkPortableRuntimeIdentifier)")),
            new XElement("ItemGroup", request.References.Select(reference =>
                new XElement("PackageReference", new XAttribute("Include", reference.Id), new XAttribute("Version", reference.Range)))),
            new XElement("Import", new XAttribute("Project", "Sdk.targets"), new XAttribute("Sdk", "Microsoft.NET.Sdk"))).ToString();
    }
}
