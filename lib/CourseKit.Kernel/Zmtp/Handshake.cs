using System.Text;

namespace CourseKit.Kernel.Zmtp;

/// <summary>Greeting and READY of both sides.</summary>
internal static class Handshake
{
    /// <summary>A READY has a few short properties; more is nobody's.</summary>
    private const int LongestReady = 8 << 10;

    private const int LongestIdentity = 255;

    /// <summary>Greets the peer and learns by which identity it wants to be answered.</summary>
    /// <returns>The identity; empty if it has none.</returns>
    /// <exception cref="ZmtpException">The peer is none of those that this socket speaks with.</exception>
    public static async Task<byte[]> MakeAsync(SocketType ours, FrameReader reader, Stream output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(Greeting.Ours, cancellationToken).ConfigureAwait(false);
        await Greeting.ReadAsync(reader, cancellationToken).ConfigureAwait(false);
        await SendAsync(Command.OfReady(("Socket-Type", ours.Name), ("Identity", ""))).ConfigureAwait(false);
        var frame = await reader.ReadAsync(LongestReady, cancellationToken).ConfigureAwait(false);
        var properties = Ready(frame).Properties();
        var type = Encoding.ASCII.GetString(properties.GetValueOrDefault("socket-type", []));
        if (!ours.Partners.Contains(type))
        {
            await SendAsync(Command.OfError("Invalid socket type")).ConfigureAwait(false);
            throw new ZmtpException($"a socket of type {string.Join(" or ", ours.Partners)} is required; received another");
        }
        var identity = properties.GetValueOrDefault("identity", []);
        return identity.Length <= LongestIdentity ? identity : throw new ZmtpException("an identity of at most 255 bytes is required; received a longer one");

        ValueTask SendAsync(Command command) => output.WriteAsync(command.ToFrame().ToBytes(), cancellationToken);
    }

    private static Command Ready(Frame frame) =>
        frame.IsCommand && Command.Read(frame.Body) is { Name: Command.Ready } ready
            ? ready
            : throw new ZmtpException("READY is required as the first command; received something else");
}
