namespace CourseKit.Notebooks.Packages;

/// <summary>What one section of a cell asks for.</summary>
/// <param name="References">Packages, in the order in which they are named.</param>
/// <param name="Sources">Feeds that are asked beside the user's own: addresses or folders.</param>
internal sealed record PackageRequest(IReadOnlyList<PackageReference> References, IReadOnlyList<string> Sources);
