namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>A place in code, line and column counted from one.</summary>
internal readonly record struct CodePlace(int Line, int Column);
