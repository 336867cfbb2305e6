namespace CourseKit.Cli.Course;

/// <summary>The page of a course cannot be written; the message says why.</summary>
internal sealed class CourseException(string message) : Exception(message);
