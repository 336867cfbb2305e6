namespace CourseKit.Kernel.Zmtp;

/// <summary>A peer does not keep to ZMTP, or asks for more than it gets; its connection is closed.</summary>
/// <param name="message">What is required, what was received.</param>
internal sealed class ZmtpException(string message) : Exception(message);
