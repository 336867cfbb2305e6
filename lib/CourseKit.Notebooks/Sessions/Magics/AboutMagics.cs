using System.Runtime.InteropServices;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Sessions.Magics;

/// <summary><c>#!about</c> and <c>#!lsmagic</c>: what runs the notebook, and what it knows.</summary>
internal static class AboutMagics
{
    public static Magic About { get; } = new()
    {
        Name = "#!about",
        Description = "tells what runs the notebook",
        Prepare = (_, _) => () => MagicContext.Show(MimeBundle.Of(("text/plain",
            $"CourseKit {typeof(AboutMagics).Assembly.GetName().Version?.ToString(3)}: C# 14 on {RuntimeInformation.FrameworkDescription}"))),
    };

    public static Magic List { get; } = new()
    {
        Name = "#!lsmagic",
        Description = "lists the magic commands",
        Prepare = (_, _) => () => MagicContext.Show(MimeBundle.Of(("text/plain",
            string.Join('\n', MagicTable.All.Select(magic => $"{magic.Name} {string.Join(' ', magic.Parameters)}".TrimEnd() + $": {magic.Description}"))))),
    };
}
