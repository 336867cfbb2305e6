using System.Text.Json.Serialization;
using CourseKit.Notebooks.Sessions.Insight;

namespace CourseKit.Notebooks.Sessions.Wire;

/// <summary>One message between a session's parent and its child.</summary>
[JsonDerivedType(typeof(Hello), "hello")]
[JsonDerivedType(typeof(Execute), "execute")]
[JsonDerivedType(typeof(Interrupt), "interrupt")]
[JsonDerivedType(typeof(Answer), "answer")]
[JsonDerivedType(typeof(Happened), "event")]
[JsonDerivedType(typeof(Ask), "ask")]
[JsonDerivedType(typeof(Told), "told")]
internal abstract record Frame
{
    /// <summary>Raised whenever an older side could misread a frame.</summary>
    public const int Protocol = 2;

    /// <summary>The child's first frame.</summary>
    /// <param name="Version">The protocol it speaks.</param>
    /// <param name="ProcessId">Its process, which leads its process group.</param>
    /// <param name="Scratch">Its folder of temporary files, for the parent to remove if the child cannot.</param>
    public sealed record Hello(int Version, int ProcessId, string Scratch) : Frame;

    /// <summary>To the child: run this.</summary>
    public sealed record Execute(CellRequest Request) : Frame;

    /// <summary>To the child: stop what runs.</summary>
    public sealed record Interrupt : Frame;

    /// <summary>To the child: what was typed.</summary>
    public sealed record Answer(string RequestId, string? Text) : Frame;

    /// <summary>From the child: something happened.</summary>
    public sealed record Happened(SessionEvent Event) : Frame;

    /// <summary>To the child: a question about code.</summary>
    /// <param name="Id">Names the question in the answer.</param>
    /// <param name="Question">What is asked.</param>
    public sealed record Ask(long Id, Inquiry Question) : Frame;

    /// <summary>From the child: the answer to <see cref="Ask"/>.</summary>
    public sealed record Told(long Id, Finding Found) : Frame;
}
