namespace CourseKit.Checks;

/// <summary>What a test cell says to a student: what is required, what came, and what may be the cause.</summary>
public sealed class CheckException : Exception
{
    /// <param name="message">One or two sentences.</param>
    internal CheckException(string message)
        : base(message)
    {
    }
}
