namespace CourseKit.Notebooks.Pages;

/// <summary>Where a page takes plotly.js from, with which its still charts become interactive.</summary>
public enum PlotlySource
{
    /// <summary>From jsDelivr when the page is opened; without a network the still charts stay.</summary>
    Cdn,

    /// <summary>From a copy on this disk, which becomes a part of every page with a chart (about 5 MB).</summary>
    Inline,

    /// <summary>Not at all: still charts only, and no script.</summary>
    None,
}
