using System.Text.Json.Nodes;
using CourseKit.Kernel.Installation;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Kernel.Tests.Installation;

public class ConvertedNotebookTests
{
    [Fact]
    public void What_is_converted_names_the_kernel_that_is_installed()
    {
        var folder = Directory.CreateTempSubdirectory("coursekit-converted-");
        var (dib, ipynb) = (Path.Combine(folder.FullName, "a.dib"), Path.Combine(folder.FullName, "a.ipynb"));
        File.WriteAllText(dib, "#!csharp\n1 + 1\n");

        NotebookFile.Save(NotebookFile.Load(dib), ipynb);
        var spec = JsonNode.Parse(File.ReadAllText(ipynb))!["metadata"]!["kernelspec"]!;
        folder.Delete(recursive: true);

        Assert.Equal((KernelSpec.Name, KernelSpec.DisplayName, "C#"), ($"{spec["name"]}", $"{spec["display_name"]}", $"{spec["language"]}"));
    }
}
