namespace CourseKit.Testing;

/// <summary>A test in headless Chromium with plotly.js: skipped where they are not installed.</summary>
/// <remarks>Each such test stands in tests/allowed-skips.txt; tests/browser/install installs what they need.</remarks>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Program is null)
            Skip = "chromium is not on the PATH";
        else if (!File.Exists(Chromium.Plotly))
            Skip = "plotly.js is not installed: run tests/browser/install";
    }
}
