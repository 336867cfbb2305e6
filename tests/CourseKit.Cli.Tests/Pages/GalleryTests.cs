using System.Globalization;
using System.Runtime.CompilerServices;

namespace CourseKit.Cli.Tests.Pages;

/// <summary>
/// Every picture and table of the library as it looks in a browser, wide and narrow, light and dark, beside what was looked at and approved:
/// one sheet of small tiles for each look.
/// </summary>
[Collection(nameof(CoursePages))]
public sealed class GalleryTests(CoursePages pages)
{
    /// <summary>How much lighter or darker on average, of 255. Letters of another font give a picture 0.9, which places its texts itself.</summary>
    private const double LightOfPicture = 1.2;

    /// <summary>The same of a table, whose columns are as wide as the browser's letters: another font gives up to 5.1.</summary>
    private const double LightOfTable = 7;

    /// <summary>How far a small block of a tile is from its colour, of 255. Another font gives up to 7, a curve of another colour 14 and more.</summary>
    private const double Colour = 10;

    [BrowserFact]
    public async Task Every_picture_and_table_looks_as_approved_wide_and_narrow_light_and_dark()
    {
        var folder = Folder();

        var sheets = await BrowserScript.RunAsync<Sheet[]>("sheets.mjs", await pages.PathOfAsync("gallery.html"), folder);

        Assert.Equal(["light-1280", "dark-1280", "light-480", "dark-480"], sheets.Select(sheet => sheet.Look));
        Assert.All(sheets, sheet => Assert.True(sheet.Tiles.Length >= 40, $"{sheet.Look}: {sheet.Tiles.Length} tiles"));
        var faults = sheets.SelectMany(sheet => sheet.Tiles.Where(tile => !tile.IsAsApproved).Select(tile =>
            string.Create(CultureInfo.InvariantCulture, $"{sheet.Look}: {tile.Name}: {tile.Light:0.0} in lightness, {tile.Colour:0} in colour"))).ToArray();
        Assert.True(faults.Length == 0, $"{string.Join('\n', faults)}\nLook at the sheets, {folder}/*.received.png. To approve:\n" +
            string.Join('\n', sheets.Select(sheet => $"mv '{folder}/{sheet.Look}.received.png' '{folder}/{sheet.Look}.approved.png'")));
        foreach (var sheet in sheets)
            File.Delete(Path.Combine(folder, $"{sheet.Look}.received.png"));
    }

    private static string Folder([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;

    private sealed record Sheet(string Look, Tile[] Tiles);

    /// <summary>A picture or a table; negative where no approved one is known.</summary>
    private sealed record Tile(string Name, bool Table, double Light, double Colour)
    {
        public bool IsAsApproved => Light >= 0 && Light <= (Table ? LightOfTable : LightOfPicture) && Colour <= GalleryTests.Colour;
    }
}
