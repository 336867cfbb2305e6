using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;

namespace CourseKit.Notebooks.Authoring;

/// <summary>The results of tests as JSON, for programs that grade; the schema stands in notebooks/guides/assignment-results.schema.json.</summary>
public static class ResultsJson
{
    /// <summary>Raised when a reader of older files would misread newer ones.</summary>
    public const int SchemaVersion = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
    };

    /// <summary>The JSON Schema of <see cref="Write"/>, made of the types themselves.</summary>
    public static string Schema => Options.GetJsonSchemaAsNode(typeof(File), new() { TreatNullObliviousAsNonNullable = true }).ToJsonString(Options) + "\n";

    /// <summary>The results of one or several notebooks.</summary>
    public static string Write(IEnumerable<AssignmentResult> results) => JsonSerializer.Serialize(new File(SchemaVersion, [.. results.Select(Of)]), Options) + "\n";

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else, or of another version.</exception>
    public static IReadOnlyList<AssignmentResult> Read(string json) => JsonSerializer.Deserialize<File>(json, Options) is { Schema: SchemaVersion } file
        ? [.. file.Results.Select(result => new AssignmentResult(result.Assignment, result.Notebook, result.Tests, result.Questions))]
        : throw new JsonException("results of schema 1 are required; these are of another. Use the release of coursekit that wrote them.");

    private static Result Of(AssignmentResult result) => new(result.Assignment, result.Notebook.Replace('\\', '/'), result.Earned, result.Points, result.Tests, result.Questions);

    private sealed record File(int Schema, IReadOnlyList<Result> Results);

    private sealed record Result(string Assignment, string Notebook, decimal Earned, decimal Points, IReadOnlyList<TestResult> Tests, IReadOnlyList<QuestionResult> Questions);
}
