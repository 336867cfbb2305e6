using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Sessions;

/// <summary>Names of Microsoft's that other people's notebooks use, beyond what the goldens show.</summary>
public class CompatibilityTests(TestSession session) : IClassFixture<TestSession>
{
    [Fact]
    public async Task A_notebook_may_refer_to_a_dll_of_these_names_and_no_name_means_two_things()
    {
        var dll = Path.Combine(session.Folder, "Microsoft.DotNet.Interactive.Formatting.dll");
        LookAlike.Build(dll, "namespace Microsoft.DotNet.Interactive.Formatting { public static class Formatter { public static string ToDisplayString(this object o, string m) => \"theirs\"; } }");

        var run = await session.RunAsync($"#r \"{dll.Replace('\\', '/')}\"\nusing Microsoft.DotNet.Interactive.Formatting;\n7.ToDisplayString(\"text/plain\")");

        Assert.Equal("7", run.Shown);
    }

    [Theory]
    [InlineData("Formatter.Register<Uri>((uri, context) => { context.Writer.Write(\"bool\"); return true; }, HtmlFormatter.MimeType);", "bool")]
    [InlineData("Formatter.Register<Uri>((uri, context) => false, HtmlFormatter.MimeType);", "text")]
    [InlineData("Formatter.Register<Uri>((uri, writer) => writer.Write(\"writer\"), \"text/html\");", "writer")]
    [InlineData("Formatter.Register(typeof(Uri), (uri, writer) => writer.Write(\"type\"), \"text/html\");", "type")]
    [InlineData("Formatter.Register<object>(o => \"base\", \"text/html\"); Formatter.Register<Uri>(o => \"derived\", \"text/html\");", "derived")]
    [InlineData("Formatter.Register<Uri>(o => \"derived\", \"text/html\"); Formatter.Register<object>(o => \"base\", \"text/html\");", "derived")]
    [InlineData("Formatter.Register<Uri>(o => \"first\", \"text/html\"); Formatter.Register<Uri>(o => \"second\", \"text/html\");", "second")]
    public async Task The_notebooks_own_formatter_of_the_nearest_type_goes_first(string register, string html)
    {
        var run = await session.RunAsync("using Microsoft.DotNet.Interactive.Formatting;\nFormatter.ResetToDefault();\nFormatter.Register<Uri>(uri => \"text\", \"text/html\");\n" +
            $"{register}\nnew Uri(\"https://example.org\").ToDisplayString(\"text/html\")");

        Assert.Equal(html, run.Shown);
        Assert.Null((await session.RunAsync("Formatter.ResetToDefault();")).Error);
    }

    [Fact]
    public async Task An_open_generic_type_may_have_a_formatter()
    {
        var run = await session.RunAsync("""
            using Microsoft.DotNet.Interactive.Formatting;
            Formatter.Register(typeof(List<>), (list, writer) => writer.Write("a list"), "text/html");
            var shown = new List<int>().ToDisplayString("text/html");
            Formatter.ResetToDefault();
            shown
            """);

        Assert.Equal("a list", run.Shown);
    }

    [Fact]
    public async Task A_table_that_is_shown_can_be_replaced_by_anything()
    {
        var run = await session.RunAsync("var table = new[] { new { X = 1 } }.DisplayTable(); table.Update(\"done\");");

        var shown = Assert.Single(run.Events.OfType<SessionEvent.Displayed>());
        var updated = Assert.Single(run.Events.OfType<SessionEvent.Updated>());
        Assert.Equal((shown.DisplayId, "done"), (updated.DisplayId, updated.Data["text/plain"]));
    }

    [Fact]
    public async Task A_password_is_asked_for_in_secret_and_shows_stars()
    {
        var run = await session.RunAsync("var key = await GetPasswordAsync(\"key?\");\n$\"{key} {key.GetClearTextPassword().Length}\"", answer: "hush");

        Assert.True(Assert.Single(run.Events.OfType<SessionEvent.InputRequested>()).IsSecret);
        Assert.Equal("************ 4", run.Shown);
    }
}
