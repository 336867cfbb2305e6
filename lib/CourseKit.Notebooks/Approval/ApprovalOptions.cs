namespace CourseKit.Notebooks.Approval;

/// <summary>Where approved outputs are, and what is done with them.</summary>
public sealed record ApprovalOptions
{
    /// <summary>The folder of the files; null for the folder <c>.approved</c> beside each notebook.</summary>
    public string? Folder { get; init; }

    /// <summary>Where the outputs of a notebook that differs are written, to be compared and looked at.</summary>
    public string ReceivedFolder { get; init; } = Path.Combine("artifacts", "notebooks");

    /// <summary>Takes what came as approved from now on.</summary>
    public bool Approve { get; init; }

    /// <summary>Of numbers, see <see cref="Tolerance.Numbers"/>; null for what the file of approved outputs says.</summary>
    public double? Numbers { get; init; }

    /// <summary>Of pictures, see <see cref="Tolerance.Pictures"/>; null for what the file of approved outputs says.</summary>
    public double? Pictures { get; init; }

    /// <summary>The file of a notebook.</summary>
    internal string PathOf(string notebook) =>
        Path.Combine(Folder ?? Path.Combine(Path.GetDirectoryName(notebook) ?? "", ".approved"), Path.GetFileNameWithoutExtension(notebook) + ".txt");

    /// <summary>The file of what was put out and is not approved.</summary>
    internal string ReceivedPathOf(string notebook) => Path.Combine(ReceivedFolder, Path.GetFileNameWithoutExtension(notebook) + ".received.txt");

    /// <summary>What holds for a notebook whose file says <paramref name="approved"/>.</summary>
    internal Tolerance Within(Tolerance approved) => new(Numbers ?? approved.Numbers, Pictures ?? approved.Pictures);
}
