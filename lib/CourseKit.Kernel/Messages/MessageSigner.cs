using System.Security.Cryptography;
using System.Text;

namespace CourseKit.Kernel.Messages;

/// <summary>Signs messages and checks signatures: HMAC-SHA256 over header, parent header, metadata and content. Each signature is good once.</summary>
/// <param name="key">The connection file's; empty: nothing is signed and nothing is checked.</param>
internal sealed class MessageSigner(string key)
{
    /// <summary>Signatures that are remembered. A repeated message that is older than these passes; it would have to be very old.</summary>
    private const int Remembered = 1 << 16;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private readonly Lock _gate = new();
    private readonly HashSet<string> _seen = [];
    private readonly Queue<string> _order = [];

    /// <summary>The signature of these four parts, as 64 hexadecimal digits.</summary>
    public byte[] Sign(params ReadOnlySpan<byte[]> parts)
    {
        if (_key.Length == 0)
            return [];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var part in parts)
            hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Checks a signature, and that it was not there before.</summary>
    /// <exception cref="MessageException">It is wrong, or a repeated one.</exception>
    public void Check(byte[] signature, params ReadOnlySpan<byte[]> parts)
    {
        if (_key.Length == 0)
            return;
        if (!CryptographicOperations.FixedTimeEquals(Sign(parts), signature))
            throw new MessageException("the signature of the connection file's key is required; received another");
        var text = Encoding.ASCII.GetString(signature);
        lock (_gate)
        {
            if (!_seen.Add(text))
                throw new MessageException("a message that was not there before is required; received one for the second time");
            _order.Enqueue(text);
            if (_order.Count > Remembered)
                _seen.Remove(_order.Dequeue());
        }
    }
}
