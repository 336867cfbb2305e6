using System.Reflection;

namespace CourseKit.Cli.New;

/// <summary>The files of lib/CourseKit.Templates, which <c>dotnet new</c> makes of the package and this command of itself.</summary>
internal static class TemplateFiles
{
    private const string Root = "templates/";

    /// <summary>The name that stands in a template's files for the one that is typed.</summary>
    public static string Placeholder(string template) => $"{char.ToUpperInvariant(template[0])}{template[1..]}Name";

    /// <summary>The files of a template: their paths with <c>/</c>, and their texts, both with the given name.</summary>
    public static IEnumerable<(string Path, string Text)> Of(string template, string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"{Root}{template}/";
        foreach (var resource in assembly.GetManifestResourceNames().Where(resource => resource.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (Named(resource[prefix.Length..], template, name), Named(reader.ReadToEnd(), template, name));
        }
    }

    private static string Named(string text, string template, string name) => text.Replace(Placeholder(template), name, StringComparison.Ordinal);
}
