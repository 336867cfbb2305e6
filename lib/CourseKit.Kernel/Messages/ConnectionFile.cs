using System.Globalization;
using System.Net;
using System.Text.Json;

namespace CourseKit.Kernel.Messages;

/// <summary>Where the front end expects the kernel to listen, and by which key they know each other.</summary>
/// <param name="Address">The one address that is bound.</param>
/// <param name="ShellPort">Requests: execute and so on.</param>
/// <param name="ControlPort">Requests that must be heard while a cell runs: interrupt, shutdown.</param>
/// <param name="StdinPort">Questions to whoever sits before the notebook.</param>
/// <param name="IOPubPort">What happens, for all who look on.</param>
/// <param name="HeartbeatPort">Whether the kernel lives.</param>
/// <param name="Key">By which messages are signed; empty: they are not.</param>
public sealed record ConnectionFile(IPAddress Address, int ShellPort, int ControlPort, int StdinPort, int IOPubPort, int HeartbeatPort, string Key)
{
    private const string Scheme = "hmac-sha256";

    /// <summary>Reads the file that the front end has written.</summary>
    /// <param name="path">Of the file.</param>
    /// <exception cref="ConnectionFileException">It cannot be read, or asks for what this kernel does not speak.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ConnectionFileException(
                $"{path}: Jupyter's connection file is required; reading it fails: {error.Message} The front end writes it; let it start the kernel.");
        }
    }

    /// <summary>Reads the text of such a file.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="path">What the file is called.</param>
    internal static ConnectionFile Parse(byte[] json, string path)
    {
        try
        {
            var file = MessageJson.Parse(json);
            if (file.Text("transport", "tcp") is not "tcp" and var transport)
                throw new ConnectionFileException($"{path}: the transport \"tcp\" is required; received \"{transport}\". Start the kernel over TCP.");
            if (file.Text("signature_scheme", Scheme) is not Scheme and not "" and var scheme)
                throw new ConnectionFileException(
                    $"{path}: the signature scheme \"{Scheme}\" is required; received \"{scheme}\". Leave Session.signature_scheme as it is.");
            return new ConnectionFile(Ip(file.Text("ip", "127.0.0.1"), path), Port(file, "shell_port", path), Port(file, "control_port", path),
                Port(file, "stdin_port", path), Port(file, "iopub_port", path), Port(file, "hb_port", path), file.Text("key", ""));
        }
        catch (Exception error) when (error is JsonException or RequestException or InvalidOperationException)
        {
            throw new ConnectionFileException($"{path}: Jupyter's connection file is required; {error.Message} Let the front end write it.");
        }
    }

    private static IPAddress Ip(string text, string path) =>
        text == "localhost" ? IPAddress.Loopback
        : IPAddress.TryParse(text, out var address) ? address
        : throw new ConnectionFileException($"{path}: an IP address is required; received \"{text}\". Give the front end --KernelManager.ip=127.0.0.1.");

    private static int Port(JsonElement file, string name, string path) => file.Number(name) switch
    {
        >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort and { } port => port,
        var other => throw new ConnectionFileException(
            $"{path}: {name}: a port from 0 to 65535 is required; received {other?.ToString(CultureInfo.InvariantCulture) ?? "none"}. " +
            "Let the front end write the file."),
    };
}
