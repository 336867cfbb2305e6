namespace CourseKit.Notebooks.Authoring;

/// <summary>A file that is handed out as it is.</summary>
/// <param name="Name">Where it stands in the release, with <c>/</c>: <c>kit/CourseKit.dll</c>.</param>
/// <param name="Source">Where it is now.</param>
public sealed record ReleasedFile(string Name, string Source);

/// <summary>What a release consists of beside the notebook.</summary>
public sealed record ReleaseOptions
{
    /// <summary>The folder; it is made, or replaced where it holds an earlier release of the same assignment.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>Library and runner, in the folder <c>kit</c>.</summary>
    public required IReadOnlyList<ReleasedFile> Kit { get; init; }

    /// <summary>What a student types for <c>coursekit</c>: <c>dotnet kit/runner/coursekit.dll</c>.</summary>
    public required string Command { get; init; }

    /// <summary>Whether the notebook is written as .ipynb too.</summary>
    public bool Ipynb { get; init; }

    /// <summary>Files that are handed out beside the notebook, such as data. Text in them is searched for what is to stay secret.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>Numbers, strings and names of solutions and hidden tests that the students may see all the same.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];
}
