using System.Text.Json.Nodes;
using CourseKit.Kernel.Installation;

namespace CourseKit.Kernel.Tests.Installation;

public sealed class KernelSpecTests : IDisposable
{
    private readonly string _prefix = Directory.CreateTempSubdirectory("coursekit-spec-").FullName;

    public void Dispose() => Directory.Delete(_prefix, recursive: true);

    [Fact]
    public void What_is_written_tells_Jupyter_how_to_start_interrupt_and_show_the_kernel()
    {
        var folder = KernelSpec.Install(KernelFolders.OfPrefix(_prefix), ["dotnet", "coursekit.dll"]);

        Assert.Equal(Path.Combine(_prefix, "share", "jupyter", "kernels", "coursekit-csharp"), folder);
        Approved.Check(File.ReadAllText(Path.Combine(folder, "kernel.json")), "kernel.json");
        Assert.Equal(["kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"], Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_is_replaced_and_removed_and_what_is_not_there_is_not()
    {
        var kernels = KernelFolders.OfPrefix(_prefix);
        KernelSpec.Install(kernels, ["old"]);

        var folder = KernelSpec.Install(kernels, ["new"]);
        var text = File.ReadAllText(Path.Combine(folder, "kernel.json"));

        Assert.Equal("new", (string?)JsonNode.Parse(text)!["argv"]![0]);
        Assert.Equal(folder, KernelSpec.Uninstall(kernels));
        Assert.False(Directory.Exists(folder));
        Assert.Null(KernelSpec.Uninstall(kernels));
    }
}
