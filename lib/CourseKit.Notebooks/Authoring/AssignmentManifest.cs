using System.Text.Encodings.Web;
using System.Text.Json;

namespace CourseKit.Notebooks.Authoring;

/// <summary>What the students' version came with, so that it can be seen later what has become of it. It has nothing that the students' notebook does not show.</summary>
/// <param name="Assignment">The assignment's name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Tests">The tests that can be seen.</param>
/// <param name="Questions">The questions.</param>
internal sealed record AssignmentManifest(string Assignment, string Title, IReadOnlyList<ManifestTest> Tests, IReadOnlyList<ManifestQuestion> Questions)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Raised when a reader of older files would misread newer ones.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>What the students' version of an assignment has.</summary>
    public static AssignmentManifest Of(Assignment assignment, StudentVersion version)
    {
        var handedOut = version.TeachersNumber.Zip(version.Document.Cells).ToDictionary(cell => cell.First, cell => cell.Second);
        return new AssignmentManifest(
            assignment.Name,
            assignment.Title,
            [.. assignment.TestCells.Where(cell => handedOut.ContainsKey(cell.Number))
                .Select(cell => new ManifestTest(cell.Directives.Tests!.Name, cell.Directives.Tests.Points, handedOut[cell.Number].Source))],
            [.. assignment.QuestionCells.Where(cell => handedOut.ContainsKey(cell.Number))
                .Select(cell => new ManifestQuestion(cell.Directives.Asks!.Name, cell.Directives.Asks.Points, handedOut[cell.Number].Source))]);
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static AssignmentManifest Parse(string json) => JsonSerializer.Deserialize<AssignmentManifest>(json, Json) switch
    {
        { Schema: 1, Assignment: not null, Tests: not null, Questions: not null } manifest => manifest,
        _ => throw new JsonException("the list of an assignment's tests is required; this is another JSON file."),
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";
}

/// <summary>A test as it was handed out.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Points">What it is worth.</param>
/// <param name="Source">The cell.</param>
internal sealed record ManifestTest(string Name, decimal Points, string Source);

/// <summary>A question as it was handed out.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Points">What it is worth.</param>
/// <param name="Source">The cell.</param>
internal sealed record ManifestQuestion(string Name, decimal Points, string Source);
