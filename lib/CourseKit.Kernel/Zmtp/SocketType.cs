namespace CourseKit.Kernel.Zmtp;

/// <summary>What a socket is to its peers, and whom it speaks with.</summary>
/// <param name="Name">As it stands in READY.</param>
/// <param name="Partners">The types that it may be connected with. ZMTP 3.1, RFC 37, "The NULL Security Mechanism".</param>
internal sealed record SocketType(string Name, IReadOnlyList<string> Partners)
{
    public static SocketType Router { get; } = new("ROUTER", ["REQ", "DEALER", "ROUTER"]);

    public static SocketType Publisher { get; } = new("PUB", ["SUB", "XSUB"]);

    public static SocketType Reply { get; } = new("REP", ["REQ", "DEALER"]);
}
