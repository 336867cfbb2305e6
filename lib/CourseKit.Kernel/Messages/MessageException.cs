namespace CourseKit.Kernel.Messages;

/// <summary>What arrived is no message for this kernel: it is dropped.</summary>
/// <param name="message">What is required, what was received.</param>
internal sealed class MessageException(string message) : Exception(message);
