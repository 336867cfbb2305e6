using System.Text.Json.Serialization;

namespace CourseKit.Notebooks.Sessions.Compilers;

/// <summary>Frames as JSON, by generated code.</summary>
[JsonSerializable(typeof(CompilerFrame))]
internal sealed partial class CompilerJson : JsonSerializerContext;
