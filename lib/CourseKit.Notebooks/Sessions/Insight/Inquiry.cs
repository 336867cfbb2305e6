using System.Text.Json.Serialization;

namespace CourseKit.Notebooks.Sessions.Insight;

/// <summary>A question about code that does not run.</summary>
[JsonDerivedType(typeof(Complete), "complete")]
[JsonDerivedType(typeof(Inspect), "inspect")]
[JsonDerivedType(typeof(IsComplete), "isComplete")]
internal abstract record Inquiry
{
    /// <summary>See <see cref="ISession.CompleteAsync"/>.</summary>
    public sealed record Complete(string Code, int Position) : Inquiry;

    /// <summary>See <see cref="ISession.InspectAsync"/>.</summary>
    public sealed record Inspect(string Code, int Position) : Inquiry;

    /// <summary>See <see cref="ISession.IsCompleteAsync"/>.</summary>
    public sealed record IsComplete(string Code) : Inquiry;
}

/// <summary>The answer to an <see cref="Inquiry"/>.</summary>
[JsonDerivedType(typeof(Completions), "completions")]
[JsonDerivedType(typeof(Inspection), "inspection")]
[JsonDerivedType(typeof(Completeness), "completeness")]
[JsonDerivedType(typeof(Failure), "failure")]
internal abstract record Finding
{
    /// <summary>What may be written.</summary>
    public sealed record Completions(CodeCompletions Found) : Finding;

    /// <summary>What is known of a name; null for nothing.</summary>
    public sealed record Inspection(CodeInspection? Found) : Finding;

    /// <summary>Whether the code can be run.</summary>
    public sealed record Completeness(CodeCompleteness Found) : Finding;

    /// <summary>The compiler broke down over the question.</summary>
    public sealed record Failure(string Message) : Finding;
}
