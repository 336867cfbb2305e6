using System.Text.Json.Nodes;
using CourseKit.Kernel.Channels;
using CourseKit.Kernel.Execution;
using CourseKit.Kernel.Messages;
using CourseKit.Kernel.Zmtp;

namespace CourseKit.Kernel;

/// <summary>A Jupyter kernel (protocol 5.4): a client of a session, as the runner is, whose notebook sits behind ZeroMQ sockets.</summary>
public sealed class JupyterKernel : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource _shutdown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConnectionFile _connection;
    private readonly KernelOptions _options;
    private readonly KernelSockets _sockets;
    private readonly SessionKeeper _keeper;
    private readonly Interrupter _interrupter;
    private readonly IOPub _iopub;
    private readonly InputChannel _input;
    private readonly RequestChannel _shell, _control;
    private readonly Executor _executor;
    private readonly CodeRequests _code;
    private int _toAbort;

    /// <summary>Binds the sockets and starts the session.</summary>
    /// <param name="connection">Where to listen.</param>
    /// <param name="options">How.</param>
    /// <exception cref="System.Net.Sockets.SocketException">An address is not this machine's, or a port is taken.</exception>
    public JupyterKernel(ConnectionFile connection, KernelOptions options)
        : this(connection, options, new TransportOptions { Log = new KernelLog(options.Log).Write, Time = options.Time, Patience = options.InterruptGrace / 2 })
    {
    }

    internal JupyterKernel(ConnectionFile connection, KernelOptions options, TransportOptions transport)
    {
        (_connection, _options) = (connection, options);
        _keeper = new SessionKeeper(options.StartSession);
        _ = _keeper.GetAsync();
        _sockets = new KernelSockets(connection, transport);
        var codec = new MessageCodec(new MessageSigner(connection.Key), options.Time);
        _iopub = new IOPub(_sockets.IOPub, codec);
        _input = new InputChannel(_sockets.Stdin, codec, transport.Log);
        _shell = new RequestChannel("shell", _sockets.Shell, codec, _iopub, transport.Log);
        _control = new RequestChannel("control", _sockets.Control, codec, _iopub, transport.Log);
        _interrupter = new Interrupter(options.InterruptGrace, options.Time);
        _executor = new Executor(_keeper, _interrupter, _iopub, _input, options);
        _code = new CodeRequests(_keeper);
    }

    internal KernelSockets Sockets => _sockets;

    /// <summary>Serves until the front end asks for the end, or <paramref name="cancellationToken"/> is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var _ = cancellationToken.Register(() => _shutdown.TrySetResult());
        _iopub.Status("starting", null);
        var control = new Thread(ListenToControl) { IsBackground = true, Name = "coursekit control" };
        control.Start();
        var shell = Task.Run(ListenToShellAsync, CancellationToken.None);
        var stdin = Task.Run(() => _input.ListenAsync(_closing.Token), CancellationToken.None);
        var loops = Task.WhenAll(shell, stdin);
        await Task.WhenAny(_shutdown.Task, loops).ConfigureAwait(false);
        await _closing.CancelAsync().ConfigureAwait(false);
        await _keeper.DisposeAsync().ConfigureAwait(false);
        await loops.ConfigureAwait(false);
        // The request that brought the end about is answered, too.
        control.Join();
        await _shutdown.Task.ConfigureAwait(false);
    }

    /// <summary>Ends the session and closes the sockets.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        await _keeper.DisposeAsync().ConfigureAwait(false);
        await _sockets.DisposeAsync().ConfigureAwait(false);
        _closing.Dispose();
    }

    /// <summary>On a thread of its own, so that an interruption is heard whatever else goes on.</summary>
    private void ListenToControl()
    {
        try
        {
            while (_control.ReceiveAsync(_closing.Token).GetAwaiter().GetResult() is { } request)
                _control.AnswerAsync(request, message => Task.FromResult(AnswerControl(message))).GetAwaiter().GetResult();
        }
        catch (Exception error)
        {
            _shutdown.TrySetException(error);
        }
    }

    private async Task ListenToShellAsync()
    {
        while (await TellingAsync(_shell.ReceiveAsync(_closing.Token)).ConfigureAwait(false) is { } request)
        {
            await _shell.AnswerAsync(request, AnswerShellAsync).ConfigureAwait(false);
            _toAbort = Math.Max(0, _toAbort - 1);
        }
    }

    /// <summary>Waits for a request, or for the session's answer, which comes behind its events: what cells left running puts out meanwhile is told.</summary>
    private async Task<T> TellingAsync<T>(Task<T> awaited)
    {
        while (await Task.WhenAny(awaited, Task.Delay(_options.LateInterval, _options.Time)).ConfigureAwait(false) != awaited)
            await _executor.TellLateAsync().ConfigureAwait(false);
        return await awaited.ConfigureAwait(false);
    }

    private async Task<JsonObject?> AnswerShellAsync(JupyterMessage request) => request.Header.Type switch
    {
        "execute_request" => _toAbort > 0 ? Reply.Aborted() : await ExecuteAsync(request).ConfigureAwait(false),
        "complete_request" => await TellingAsync(_code.CompleteAsync(request)).ConfigureAwait(false),
        "inspect_request" => await TellingAsync(_code.InspectAsync(request)).ConfigureAwait(false),
        "is_complete_request" => await TellingAsync(_code.IsCompleteAsync(request)).ConfigureAwait(false),
        "history_request" => _executor.History.Answer(request.Content),
        "comm_open" => Refuse(request),
        "comm_msg" or "comm_close" => null,
        _ => AnswerControl(request),
    };

    /// <summary>What can be answered at once, on either channel.</summary>
    private JsonObject? AnswerControl(JupyterMessage request) => request.Header.Type switch
    {
        "kernel_info_request" => KernelInfo.Of(_options.Version),
        "interrupt_request" => Interrupt(),
        "shutdown_request" => Shutdown(request),
        "comm_info_request" => WithComms(),
        "connect_request" => Ports(),
        var other => throw new RequestException($"a request that this kernel knows is required on this channel; received \"{other}\"."),
    };

    private async Task<JsonObject> ExecuteAsync(JupyterMessage request)
    {
        var (reply, abort) = await _executor.RunAsync(request).ConfigureAwait(false);
        if (abort)
            // One more than wait: the loop counts this request too.
            _toAbort = _shell.Waiting + 1;
        return reply;
    }

    private JsonObject Interrupt()
    {
        _interrupter.Interrupt();
        return Reply.Ok();
    }

    private JsonObject Shutdown(JupyterMessage request)
    {
        var reply = Reply.Ok();
        reply["restart"] = request.Content.Flag("restart", false);
        // All who look on are told, not only who asked.
        _iopub.Send("shutdown_reply", (JsonObject)reply.DeepClone(), request.HeaderJson);
        _shutdown.TrySetResult();
        return reply;
    }

    private static JsonObject WithComms()
    {
        var reply = Reply.Ok();
        reply["comms"] = new JsonObject();
        return reply;
    }

    private JsonObject Ports()
    {
        var reply = Reply.Ok();
        reply["shell_port"] = _connection.ShellPort;
        reply["iopub_port"] = _connection.IOPubPort;
        reply["stdin_port"] = _connection.StdinPort;
        reply["hb_port"] = _connection.HeartbeatPort;
        reply["control_port"] = _connection.ControlPort;
        return reply;
    }

    /// <summary>There is nothing here that a front end could open a comm to.</summary>
    private JsonObject? Refuse(JupyterMessage request)
    {
        _iopub.Send("comm_close", new JsonObject { ["comm_id"] = request.Content.Text("comm_id", ""), ["data"] = new JsonObject() }, request.HeaderJson);
        return null;
    }
}
