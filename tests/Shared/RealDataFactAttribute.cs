namespace CourseKit.Testing;

/// <summary>A test of the real files: skipped where COURSEKIT_DATA does not name a folder that has them.</summary>
/// <remarks>Each such test stands in tests/allowed-skips.txt.</remarks>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealDataFactAttribute : FactAttribute
{
    /// <param name="dataset">The sub-folder that is needed: <c>mnist</c>, <c>fashion-mnist</c>, <c>hoda</c>.</param>
    public RealDataFactAttribute(string dataset)
    {
        if (Folder(dataset) is null)
            Skip = $"COURSEKIT_DATA has no folder {dataset}";
    }

    public static string? Folder(string dataset) =>
        Environment.GetEnvironmentVariable("COURSEKIT_DATA") is { Length: > 0 } root && Directory.Exists(Path.Combine(root, dataset))
            ? Path.Combine(root, dataset)
            : null;
}
