using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace CourseKit.Notebooks.Tests.Sessions;

/// <summary>Makes small dlls for notebooks to refer to.</summary>
internal static class BuiltLibrary
{
    /// <summary>Compiles a source to <paramref name="path"/>, symbols beside it.</summary>
    /// <param name="path">The dll; its name is the assembly's.</param>
    /// <param name="source">One file of C#.</param>
    /// <param name="references">Other dlls it uses.</param>
    public static void Build(string path, string source, params string[] references)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(path),
            [CSharpSyntaxTree.ParseText(SourceText.From(source, System.Text.Encoding.UTF8), path: "Library.cs")],
            [.. new[] { "System.Private.CoreLib.dll", "System.Runtime.dll" }.Select(name => Path.Combine(framework, name)).Concat(references)
                .Select(file => MetadataReference.CreateFromFile(file))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = File.Create(path);
        using var symbols = File.Create(Path.ChangeExtension(path, ".pdb"));
        var result = compilation.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
    }
}
