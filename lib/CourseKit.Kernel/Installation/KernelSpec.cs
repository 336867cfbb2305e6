using System.Text.Json.Nodes;

namespace CourseKit.Kernel.Installation;

/// <summary>The kernelspec <c>coursekit-csharp</c>: the folder from which Jupyter learns how the kernel is started.</summary>
public static class KernelSpec
{
    /// <summary>By which notebooks name the kernel.</summary>
    public const string Name = "coursekit-csharp";

    /// <summary>As front ends show it.</summary>
    public const string DisplayName = "C# (CourseKit)";

    private static readonly System.Text.Json.JsonSerializerOptions Indented = new() { WriteIndented = true, IndentSize = 1, NewLine = "\n" };

    private static readonly string[] Logos = ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"];

    /// <summary>Writes the kernelspec; one that is there already is replaced.</summary>
    /// <param name="kernels">Jupyter's folder of kernels: <see cref="KernelFolders"/>.</param>
    /// <param name="command">Starts <c>coursekit</c>: the program and what comes before its arguments.</param>
    /// <returns>The folder that was written.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static string Install(string kernels, IReadOnlyList<string> command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var folder = Path.Combine(kernels, Name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "kernel.json"), Describe(command).ToJsonString(Indented) + "\n");
        foreach (var logo in Logos)
        {
            using var source = typeof(KernelSpec).Assembly.GetManifestResourceStream(logo)!;
            using var target = File.Create(Path.Combine(folder, logo));
            source.CopyTo(target);
        }
        return folder;
    }

    /// <summary>Removes the kernelspec.</summary>
    /// <param name="kernels">Jupyter's folder of kernels.</param>
    /// <returns>The folder that was removed; null if there was none.</returns>
    /// <exception cref="IOException">It cannot be removed.</exception>
    public static string? Uninstall(string kernels)
    {
        var folder = Path.Combine(kernels, Name);
        if (!Directory.Exists(folder))
            return null;
        Directory.Delete(folder, recursive: true);
        return folder;
    }

    private static JsonObject Describe(IReadOnlyList<string> command) => new()
    {
        ["argv"] = new JsonArray([.. command.Concat(["jupyter", "run", "--connection-file", "{connection_file}"]).Select(part => JsonValue.Create(part))]),
        ["display_name"] = DisplayName,
        ["language"] = "C#",
        // Signals cannot say what a session in a child process needs to hear, and Windows has none.
        ["interrupt_mode"] = "message",
        ["metadata"] = new JsonObject { ["debugger"] = false },
    };
}
