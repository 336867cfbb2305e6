namespace CourseKit.Kernel.Messages;

/// <summary>The connection file cannot be used.</summary>
/// <param name="message">What is required, what was received, what to do.</param>
public sealed class ConnectionFileException(string message) : Exception(message);
