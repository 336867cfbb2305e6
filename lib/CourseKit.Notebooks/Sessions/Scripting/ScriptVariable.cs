namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>A top-level variable of the notebook and what it holds now.</summary>
internal sealed record ScriptVariable(string Name, object? Value);
