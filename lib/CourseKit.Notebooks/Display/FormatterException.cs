namespace CourseKit.Notebooks.Display;

/// <summary>A value cannot be shown because what its type promises does not hold.</summary>
internal sealed class FormatterException(string message, Exception? innerException = null) : Exception(message, innerException);
