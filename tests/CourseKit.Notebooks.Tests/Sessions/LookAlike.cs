using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseKit.Notebooks.Tests.Sessions;

/// <summary>Makes a small library for a test.</summary>
internal static class LookAlike
{
    public static void Build(string path, string code)
    {
        var made = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(path),
            [CSharpSyntaxTree.ParseText(code)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(path);
        Assert.True(made.Success, string.Join('\n', made.Diagnostics));
    }
}
