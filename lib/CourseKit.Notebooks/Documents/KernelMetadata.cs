namespace CourseKit.Notebooks.Documents;

/// <summary>What a notebook's metadata says of kernels, in each of the shapes that were ever written.</summary>
internal static class KernelMetadata
{
    /// <summary>The default kernel, aliases resolved; null if nothing is said.</summary>
    public static string? DefaultKernel(JsonFields metadata) => null;

    /// <summary>The kernels listed.</summary>
    public static IReadOnlyList<KernelInfo> Kernels(JsonFields metadata) => [];
}
