using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Tests.House;

/// <summary>Folder = namespace = layer, and who may use whom, read from the sources.</summary>
public class LayerTests
{
    /// <summary>Each layer of the library with the layers it may use. Display uses nothing and all but Numerics may use it.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Numerics"] = [],
        ["Display"] = [],
        ["Autograd"] = ["Numerics", "Display"],
        ["Nn"] = ["Autograd", "Numerics", "Display"],
        ["Data"] = ["Autograd", "Numerics", "Display"],
        ["Metrics"] = ["Autograd", "Numerics", "Display"],
        ["Plotting"] = ["Display"],
        ["Learn"] = ["Nn", "Data", "Metrics", "Autograd", "Numerics", "Display"],
        ["Keras"] = ["Nn", "Data", "Metrics", "Autograd", "Numerics", "Display"],
        ["Torch"] = ["Nn", "Data", "Metrics", "Autograd", "Numerics", "Display"],
        ["Checks"] = ["Data", "Metrics", "Autograd", "Numerics", "Display"],
        ["Reports"] = ["Metrics", "Plotting", "Display"],
    };

    [Fact]
    public void Every_folder_of_the_library_is_a_known_layer()
    {
        var folders = Repository.Sources("lib/CourseKit").Select(LayerOf).OfType<string>().Distinct();

        Assert.All(folders, folder => Assert.Contains(folder, Allowed.Keys));
    }

    [Fact]
    public void The_namespace_of_every_file_is_its_folder()
    {
        // Names that other people's notebooks import are Microsoft's by nature.
        var wrong = Repository.Sources("lib")
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Compatibility{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (File: Path.GetRelativePath(Repository.PathOf("lib"), file), Namespace: NamespaceOf(file)))
            .Where(source => source.Namespace is not null && source.Namespace != Path.GetDirectoryName(source.File)!.Replace(Path.DirectorySeparatorChar, '.'))
            .Select(source => $"{source.File}: {source.Namespace}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_layer_uses_one_that_it_may_not_use()
    {
        var wrong =
            from file in Repository.Sources("lib/CourseKit")
            let layer = LayerOf(file)
            where layer is not null
            from used in NamespacesNamedIn(file)
            where used != layer && Allowed.ContainsKey(used) && !Allowed[layer].Contains(used)
            select $"{Path.GetRelativePath(Repository.Root, file)}: {layer} may not use {used}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_notebook_library_knows_nothing_of_the_course_library()
    {
        var wrong = Repository.Sources("lib/CourseKit.Notebooks")
            .Where(file => NamespacesNamedIn(file).Any(Allowed.Keys.Except(["Display"]).Contains));
        var project = File.ReadAllText(Repository.PathOf("lib", "CourseKit.Notebooks", "CourseKit.Notebooks.csproj"));

        Assert.Empty(wrong);
        Assert.DoesNotContain("CourseKit.csproj", project, StringComparison.Ordinal);
    }

    [Fact]
    public void The_kernel_knows_the_session_and_neither_the_course_library_nor_the_command()
    {
        var named = Repository.Sources("lib/CourseKit.Kernel").SelectMany(NamespacesNamedIn).Distinct();
        var project = File.ReadAllText(Repository.PathOf("lib", "CourseKit.Kernel", "CourseKit.Kernel.csproj"));

        Assert.Subset(new HashSet<string> { "Kernel", "Notebooks" }, named.ToHashSet());
        Assert.Equal(1, project.Split("ProjectReference").Length - 1);
    }

    /// <summary><c>lib/CourseKit/Nn/Training/Trainer.cs</c> → <c>Nn</c>; null for files that stand in no folder.</summary>
    private static string? LayerOf(string file)
    {
        var parts = Path.GetRelativePath(Repository.PathOf("lib", "CourseKit"), file).Split(Path.DirectorySeparatorChar);
        return parts.Length > 1 ? parts[0] : null;
    }

    private static string? NamespaceOf(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes()
            .OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString();

    /// <summary>The X of every <c>CourseKit.X</c> that stands in code (not in comments or strings), using directives included.</summary>
    private static IEnumerable<string> NamespacesNamedIn(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes()
            .OfType<QualifiedNameSyntax>()
            .Where(name => name.Left.ToString() == "CourseKit")
            .Select(name => name.Right.Identifier.Text)
            .Distinct();
}
