using System.Text.Json.Nodes;

namespace CourseKit.Kernel.Channels;

/// <summary>How replies begin.</summary>
internal static class Reply
{
    /// <summary>It went well; fields are added by the caller.</summary>
    public static JsonObject Ok() => new() { ["status"] = "ok" };

    /// <summary>A cell was not run, because one before it has failed.</summary>
    public static JsonObject Aborted() => new() { ["status"] = "aborted" };

    /// <summary>It did not go well.</summary>
    /// <param name="name">The kind of error.</param>
    /// <param name="value">What it says.</param>
    /// <param name="traceback">What a front end prints, line by line.</param>
    public static JsonObject Error(string name, string value, IReadOnlyList<string> traceback) => new()
    {
        ["status"] = "error",
        ["ename"] = name,
        ["evalue"] = value,
        ["traceback"] = new JsonArray([.. traceback.Select(line => JsonValue.Create(line))]),
    };
}
