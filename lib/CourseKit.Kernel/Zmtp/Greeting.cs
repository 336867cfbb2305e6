using System.Globalization;
using System.Text;

namespace CourseKit.Kernel.Zmtp;

/// <summary>
/// The 64 octets that open a connection: signature (10), version (2), mechanism (20), whether it is a server (1), filler (31). ZMTP 3.1, RFC 37, "Greeting".
/// </summary>
internal static class Greeting
{
    private const int SignatureLength = 10, MechanismLength = 20, Length = 64;
    private const byte Major = 3, Minor = 1;
    private const string Mechanism = "NULL";

    /// <summary>Ours, which is every peer's that uses no encryption.</summary>
    public static byte[] Ours { get; } =
    [
        0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, Major, Minor,
        .. Encoding.ASCII.GetBytes(Mechanism.PadRight(MechanismLength, '\0')), .. new byte[Length - SignatureLength - 2 - MechanismLength],
    ];

    /// <summary>Reads the peer's, and no further than to the first octet that cannot stand there.</summary>
    /// <exception cref="ZmtpException">It is no greeting, of an older version, or of another mechanism.</exception>
    public static async Task ReadAsync(FrameReader reader, CancellationToken cancellationToken)
    {
        var first = await reader.ReadBytesAsync(1, cancellationToken).ConfigureAwait(false);
        if (first[0] != 0xff)
            throw NoGreeting(first);
        var signature = await reader.ReadBytesAsync(SignatureLength - 1, cancellationToken).ConfigureAwait(false);
        if ((signature[^1] & 1) == 0)
            throw NoGreeting(signature);
        var version = await reader.ReadBytesAsync(1, cancellationToken).ConfigureAwait(false);
        if (version[0] < Major)
            throw new ZmtpException(string.Create(CultureInfo.InvariantCulture, $"ZMTP 3 is required; received the greeting of version {version[0]}"));
        var rest = await reader.ReadBytesAsync(Length - SignatureLength - 1, cancellationToken).ConfigureAwait(false);
        var mechanism = Encoding.ASCII.GetString(rest, 1, MechanismLength).TrimEnd('\0');
        if (mechanism != Mechanism)
            throw new ZmtpException($"the mechanism NULL is required; received \"{Printable(mechanism)}\"");
    }

    private static ZmtpException NoGreeting(byte[] octets) =>
        new(string.Create(CultureInfo.InvariantCulture, $"a ZMTP greeting is required; received 0x{octets[0]:x2} ('{Printable(((char)octets[0]).ToString())}')"));

    /// <summary>What a stranger sends must not steer the terminal that shows the log.</summary>
    private static string Printable(string text) => string.Concat(text.Select(letter => letter is >= ' ' and < (char)0x7f ? letter : '?'));
}
