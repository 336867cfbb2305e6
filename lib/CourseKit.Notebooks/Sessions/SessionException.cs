namespace CourseKit.Notebooks.Sessions;

/// <summary>A session could not be started.</summary>
/// <param name="message">What is required, what was met, what to do.</param>
/// <param name="innerException">What lies below it.</param>
public sealed class SessionException(string message, Exception? innerException = null) : Exception(message, innerException);
