using System.Text.Json;

namespace CourseKit.Notebooks.Documents;

/// <summary>Where a notebook's metadata speaks of kernels, in each of the shapes that were ever written.</summary>
internal static class KernelMetadata
{
    /// <summary>The field of a .dib: <c>{"defaultKernelName":…,"items":[…]}</c>.</summary>
    public const string KernelInfo = "kernelInfo";

    /// <summary>The field of an .ipynb: the same object, or (VS Code) an object that holds it as <see cref="KernelInfo"/>.</summary>
    public const string Polyglot = "polyglot_notebook";

    private const string DefaultName = "defaultKernelName";

    /// <summary>Paths to the name of the default kernel, the first that is there counts; the last two name a language.</summary>
    private static readonly string[][] DefaultPaths =
    [
        [KernelInfo, DefaultName],
        [Polyglot, DefaultName],
        [Polyglot, KernelInfo, DefaultName],
        ["dotnet_interactive", DefaultName],
        ["kernelspec", "language"],
        ["language_info", "name"],
    ];

    /// <summary>The default kernel, aliases resolved; null if nothing is said.</summary>
    public static string? DefaultKernel(JsonFields metadata)
    {
        var names = DefaultPaths.Select(path => Find(metadata, path)?.StringOrNull());
        return names.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) is { } given ? KernelNames.OfLanguage(given) : null;
    }

    /// <summary>The object that lists kernels and the default, or null.</summary>
    public static JsonElement? Info(JsonFields metadata) =>
        Find(metadata, KernelInfo) ?? Find(metadata, Polyglot, KernelInfo) ?? Find(metadata, Polyglot);

    private static JsonElement? Find(JsonFields metadata, params ReadOnlySpan<string> path)
    {
        var found = metadata.Find(path[0]);
        foreach (var name in path[1..])
            found = found?.Field(name);
        return found;
    }
}
