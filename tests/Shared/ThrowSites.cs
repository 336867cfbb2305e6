using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Testing;

/// <summary>Finds the messages in the sources that no case of the error catalogue shows.</summary>
internal static class ThrowSites
{
    /// <summary>Fails with the list of messages in <paramref name="folder"/> that <paramref name="catalogue"/> does not show.</summary>
    public static void AssertAllRead(string folder, string catalogue)
    {
        var unread = Unread(Repository.Sources(folder), catalogue).ToArray();
        Assert.True(unread.Length == 0, $"Write an [ErrorCases] entry for each of these:\n{string.Join('\n', unread)}");
    }

    /// <summary>
    /// Every <c>throw new X("…")</c> whose longest run of fixed text does not occur in <paramref name="catalogue"/>.
    /// Throws without a text of their own (rethrown, built elsewhere) are found where their text stands.
    /// </summary>
    private static IEnumerable<string> Unread(IEnumerable<string> sources, string catalogue)
    {
        var read = Squeeze(catalogue);
        return
            from file in sources
            from creation in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
            where creation.Type.ToString().EndsWith("Exception", StringComparison.Ordinal)
            let text = LongestText(creation)
            where text.Length >= 8 && !read.Contains(Squeeze(text), StringComparison.Ordinal)
            select $"{Path.GetRelativePath(Repository.Root, file)}: {text}";
    }

    private static string LongestText(ObjectCreationExpressionSyntax creation) =>
        creation.ArgumentList is null
            ? ""
            : creation.ArgumentList.DescendantTokens()
                .Where(token => token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken))
                .SelectMany(token => token.ValueText.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal).Split('\n'))
                .MaxBy(text => text.Length) ?? "";

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
