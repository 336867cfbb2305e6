namespace CourseKit.Notebooks.Packages;

/// <summary>A package that cannot be had.</summary>
/// <param name="message">What was asked for, and what the feed said.</param>
/// <param name="packageId">The package that is to blame; null where that is not known, or where it is all of them.</param>
internal sealed class PackageException(string message, string? packageId = null) : Exception(message)
{
    public string? PackageId { get; } = packageId;
}
