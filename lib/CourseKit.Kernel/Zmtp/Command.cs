using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace CourseKit.Kernel.Zmtp;

/// <summary>A command of ZMTP 3: READY, SUBSCRIBE, PING and so on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Data">What follows the name.</param>
internal sealed record Command(string Name, byte[] Data)
{
    public const string Ready = "READY", Error = "ERROR", Subscribe = "SUBSCRIBE", Cancel = "CANCEL", Ping = "PING", Pong = "PONG";

    private const int TtlLength = 2;

    /// <exception cref="ZmtpException">It has no name.</exception>
    public static Command Read(byte[] body)
    {
        if (body.Length == 0 || body[0] == 0 || body.Length < 1 + body[0])
            throw new ZmtpException("a command's name is required; received a command frame without one");
        return new Command(Encoding.ASCII.GetString(body, 1, body[0]), body[(1 + body[0])..]);
    }

    /// <summary>READY with the properties of this side.</summary>
    public static Command OfReady(params (string Name, string Value)[] properties)
    {
        using var data = new MemoryStream();
        var length = new byte[sizeof(uint)];
        foreach (var (name, value) in properties)
        {
            data.WriteByte((byte)name.Length);
            data.Write(Encoding.ASCII.GetBytes(name));
            BinaryPrimitives.WriteUInt32BigEndian(length, (uint)value.Length);
            data.Write(length);
            data.Write(Encoding.Latin1.GetBytes(value));
        }
        return new Command(Ready, data.ToArray());
    }

    /// <summary>ERROR with a reason of at most 255 letters.</summary>
    public static Command OfError(string reason) => new(Error, [(byte)reason.Length, .. Encoding.ASCII.GetBytes(reason)]);

    /// <summary>The answer to a PING: its context, without its time to live.</summary>
    public Command ToPong() => new(Pong, Data.Length > TtlLength ? Data[TtlLength..] : []);

    /// <summary>As it is sent.</summary>
    public Frame ToFrame() => new([(byte)Name.Length, .. Encoding.ASCII.GetBytes(Name), .. Data], More: false, IsCommand: true);

    /// <summary>The properties of a READY; their names in lower case, for ZMTP does not tell cases apart.</summary>
    /// <exception cref="ZmtpException">They are cut off.</exception>
    public Dictionary<string, byte[]> Properties()
    {
        var properties = new Dictionary<string, byte[]>();
        for (var at = 0; at < Data.Length;)
        {
            var name = Take(ref at, Data[at++]);
            var length = BinaryPrimitives.ReadUInt32BigEndian(Take(ref at, sizeof(uint)));
            properties[Encoding.ASCII.GetString(name).ToLower(CultureInfo.InvariantCulture)] = Take(ref at, length).ToArray();
        }
        return properties;
    }

    private ReadOnlySpan<byte> Take(ref int at, uint count)
    {
        if (count > (uint)(Data.Length - at))
            throw new ZmtpException("the properties of a READY are required; received some that are cut off");
        var taken = Data.AsSpan(at, (int)count);
        at += (int)count;
        return taken;
    }
}
