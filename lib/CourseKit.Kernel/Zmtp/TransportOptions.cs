namespace CourseKit.Kernel.Zmtp;

/// <summary>What a socket allows its peers, and where it says what it refused.</summary>
internal sealed record TransportOptions
{
    /// <summary>Bytes of one message, all frames together. Default 64 MB.</summary>
    public long LargestMessage { get; init; } = 64L << 20;

    /// <summary>Frames of one message. Default 1024.</summary>
    public int MostFrames { get; init; } = 1024;

    /// <summary>Connections at a time. Default 256.</summary>
    public int MostPeers { get; init; } = 256;

    /// <summary>Bytes that wait to be handled, over all peers of a socket. Default 128 MB; then no more is read until some were.</summary>
    public long MostReceived { get; init; } = 128L << 20;

    /// <summary>Bytes that wait for one peer to read them. Default 64 MB; replies may go to twice as many, then the peer is dropped.</summary>
    public long MostWaiting { get; init; } = 64L << 20;

    /// <summary>How long a connection may take from its first byte to the end of the handshake. Default 10 s.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For how long output waits for a subscriber that does not keep up before that subscriber loses some. Default 5 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long what was sent last may take to reach the peers when the socket closes. Default 2 s.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The clock behind the times.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Takes one line for each peer that was refused.</summary>
    public required Action<string> Log { get; init; }
}
