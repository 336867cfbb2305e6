namespace CourseKit.Cli.Tests.Pages;

/// <summary>Pages for everybody: what axe-core finds (names, headings, alternative texts, contrast, keyboard), light and dark, wide and narrow.</summary>
[Collection(nameof(CoursePages))]
public sealed class AccessibilityTests(CoursePages pages)
{
    [BrowserFact]
    public async Task The_gallery_has_no_fault() => await CheckAsync("gallery.html");

    [BrowserFact]
    public async Task A_notebooks_page_has_no_fault() => await CheckAsync("00-start-here.html");

    [BrowserFact]
    public async Task The_index_page_has_no_fault() => await CheckAsync("index.html");

    private async Task CheckAsync(string page)
    {
        var looks = await BrowserScript.RunAsync<Look[]>("axe.mjs", await pages.PathOfAsync(page));

        Assert.Equal(4, looks.Length);
        // A page on which little was checked would pass in silence.
        Assert.All(looks, look => Assert.True(look.Passed > 15, $"{look.Name}: only {look.Passed} rules applied"));
        Assert.All(looks, look => Assert.True(look.Violations.Length == 0, $"{look.Name}:\n{string.Join('\n', look.Violations)}"));
    }

    private sealed record Look(string Name, int Passed, string[] Violations);
}
