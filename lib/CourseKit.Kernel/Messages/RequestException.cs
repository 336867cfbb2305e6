namespace CourseKit.Kernel.Messages;

/// <summary>A request that cannot be answered as it stands; the reply says why.</summary>
/// <param name="message">Where, what is required, what was received.</param>
internal sealed class RequestException(string message) : Exception(message);
