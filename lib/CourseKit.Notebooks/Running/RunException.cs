namespace CourseKit.Notebooks.Running;

/// <summary>A run that cannot begin, or cannot go on, because of something its user can change.</summary>
public sealed class RunException(string message, Exception? inner = null) : Exception(message, inner);
