using System.Globalization;
using System.Net.Sockets;

namespace CourseKit.Kernel.Zmtp;

internal abstract partial class ZmtpSocket
{
    /// <summary>One connection from its first octet to its end.</summary>
    private sealed class Connection(Socket socket, ZmtpSocket owner) : IDisposable
    {
        private readonly CancellationTokenSource _end = new();
        private readonly NetworkStream _stream = new(socket, ownsSocket: false);
        private Peer? _peer;

        /// <summary>For the log.</summary>
        public string Name { get; } = socket.RemoteEndPoint?.ToString() ?? "a peer";

        public async Task RunAsync()
        {
            socket.NoDelay = true;
            var reader = new FrameReader(_stream, owner.Options);
            using var peer = new Peer(socket, _stream, await ShakeHandsAsync(reader).ConfigureAwait(false), owner.Options);
            await using var _ = peer.Dropped.Register(_end.Cancel);
            _peer = peer;
            owner.Joined(peer);
            try
            {
                if (owner._closing.IsCancellationRequested)
                    peer.Complete();
                await BothAsync(peer, ReadAsync(peer, reader), peer.WriteAsync(_end.Token)).ConfigureAwait(false);
            }
            finally
            {
                owner.Left(peer);
            }
        }

        public void Complete()
        {
            if (_peer is { } peer)
                peer.Complete();
            else
                Close();
        }

        public void Close() => _end.Cancel();

        public void Dispose()
        {
            _stream.Dispose();
            socket.Dispose();
        }

        private async Task<byte[]> ShakeHandsAsync(FrameReader reader)
        {
            using var late = new CancellationTokenSource(owner.Options.HandshakeTimeout, owner.Options.Time);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _end.Token);
            try
            {
                return await Handshake.MakeAsync(owner._type, reader, _stream, stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (late.IsCancellationRequested)
            {
                throw new ZmtpException(string.Create(CultureInfo.InvariantCulture,
                    $"a handshake within {owner.Options.HandshakeTimeout.TotalSeconds} s is required; received a part of it"));
            }
        }

        /// <summary>Either way ends the other; what went wrong first is what is reported.</summary>
        private async Task BothAsync(Peer peer, Task reading, Task writing)
        {
            var first = await Task.WhenAny(reading, writing).ConfigureAwait(false);
            if (first == reading || writing.IsFaulted)
                await _end.CancelAsync().ConfigureAwait(false);
            var both = Task.WhenAll(reading, writing);
            await ((Task)both.ContinueWith(_ => { }, TaskScheduler.Default)).ConfigureAwait(false);
            if (peer.Fault is { } fault)
                throw new ZmtpException(fault);
            await first.ConfigureAwait(false);
            await both.ConfigureAwait(false);
        }

        private async Task ReadAsync(Peer peer, FrameReader reader)
        {
            while (true)
            {
                var message = await reader.ReadMessageAsync(command => Answer(peer, command), _end.Token).ConfigureAwait(false);
                await owner.ReceivedAsync(peer, message, _end.Token).ConfigureAwait(false);
            }
        }

        private void Answer(Peer peer, Command command)
        {
            if (command.Name == Command.Ping)
                peer.Send(command.ToPong());
            else
                owner.Commanded(peer, command);
        }
    }
}
