using System.Text.Json.Nodes;
using CourseKit.Kernel.Channels;
using CourseKit.Kernel.Messages;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Kernel.Execution;

/// <summary>Runs cells in the session, one after another.</summary>
internal sealed class Executor(SessionKeeper keeper, Interrupter interrupter, IOPub iopub, InputChannel input, KernelOptions options)
{
    private readonly CellParents _parents = new();
    private int _count;
    private CellOutput? _lastOutput;

    /// <summary>What ran.</summary>
    public History History { get; } = new();

    /// <summary>Runs a cell; its outputs are told while it runs.</summary>
    /// <returns>The reply, and whether cells that wait are not to run.</returns>
    /// <exception cref="RequestException">The request is not as the protocol has it.</exception>
    public async Task<(JsonObject Reply, bool Abort)> RunAsync(JupyterMessage message)
    {
        var request = ExecuteRequest.Read(message.Content);
        var number = _count + 1;
        if (request.StoreHistory)
            _count = number;
        if (!request.Silent)
            iopub.Send("execute_input", new JsonObject { ["code"] = request.Code, ["execution_count"] = number }, message.HeaderJson);
        var end = await RunCellAsync(message, request, number).ConfigureAwait(false);
        if (keeper.IsClosing)
            return (Reply.Aborted(), false);
        if (request.StoreHistory)
            History.Add(number, request.Code, end.Value);
        if (end.Error is not null && !request.Silent)
            iopub.Send("error", end.Error.ToMessage(), message.HeaderJson);
        var reply = end.Error?.ToReply() ?? Reply.Ok();
        reply["execution_count"] = number;
        reply["user_expressions"] = end.Error is null ? await EvaluateAsync(request, message.Header.Id).ConfigureAwait(false) : new JsonObject();
        reply["payload"] = new JsonArray();
        return (reply, end.Error is not null && request.StopOnError);
    }

    /// <summary>Tells what cells put out after their end, and whether the session has ended while no cell was running.</summary>
    public async Task TellLateAsync()
    {
        if (keeper.Ready is not { } session)
            return;
        foreach (var happened in session.TakeLateEvents())
        {
            var output = _lastOutput ??= NewOutput(_count);
            if (happened is not SessionEvent.Died died)
                await output.ShowAsync(happened).ConfigureAwait(false);
            else
            {
                await output.WriteAsync("stderr", $"{died.Reason} {ErrorContent.StateIsGone}\n", died.CellId).ConfigureAwait(false);
                await keeper.RenewAsync().ConfigureAwait(false);
            }
        }
    }

    private CellOutput NewOutput(int number) => new(iopub, _parents, keeper, number, options.CellText);

    /// <summary>Runs the cell of a request.</summary>
    private async Task<CellEnd> RunCellAsync(JupyterMessage message, ExecuteRequest request, int number)
    {
        var cell = new CellRequest(message.Header.Id, request.Code, null, number, 0);
        _parents.Add(cell.CellId, message.HeaderJson);
        var output = NewOutput(number);
        var end = await SendAsync(cell, async (session, happened) =>
        {
            if (happened is SessionEvent.InputRequested asked)
                await AskAsync(session, asked, message, request).ConfigureAwait(false);
            else if (!request.Silent)
                await output.ShowAsync(happened).ConfigureAwait(false);
        }).ConfigureAwait(false);
        input.Forget();
        if (!request.Silent)
            await output.EndAsync(cell.CellId).ConfigureAwait(false);
        _lastOutput = NewOutput(number);
        return end;
    }

    private Task AskAsync(ISession session, SessionEvent.InputRequested asked, JupyterMessage message, ExecuteRequest request)
    {
        if (!request.AllowStdin)
            return session.AnswerAsync(asked.RequestId, null);
        input.Ask(message, asked.Prompt, asked.IsSecret, text => session.AnswerAsync(asked.RequestId, text));
        return Task.CompletedTask;
    }

    /// <summary>Sends code to the session and follows it to its end.</summary>
    private async Task<CellEnd> SendAsync(CellRequest cell, Func<ISession, SessionEvent, Task> tell)
    {
        var run = interrupter.Begin();
        await using var _ = run.ConfigureAwait(false);
        try
        {
            // What happened since the last cell comes first, under that cell; and a session that has ended is replaced before the cell needs it.
            await TellLateAsync().ConfigureAwait(false);
            var session = await keeper.GetAsync().WaitAsync(run.Stop).ConfigureAwait(false);
            run.Enter(session);
            return await FollowAsync(session, cell, run, tell).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (run.Stop.IsCancellationRequested)
        {
            return new CellEnd(ErrorContent.OfMessage(nameof(CellErrorKind.Interrupted), "The cell was interrupted before it began."), null);
        }
        catch (SessionException error)
        {
            return new CellEnd(ErrorContent.OfMessage(nameof(SessionException), error.Message), null);
        }
    }

    private async Task<CellEnd> FollowAsync(ISession session, CellRequest cell, Interrupter.Run run, Func<ISession, SessionEvent, Task> tell)
    {
        var end = new CellEnd(null, null);
        await foreach (var happened in session.ExecuteAsync(cell, CancellationToken.None).ConfigureAwait(false))
        {
            if (happened is SessionEvent.Failed failed)
                end = end with { Error = ErrorContent.Of(failed.Error) };
            else if (happened is SessionEvent.Result result)
                end = end with { Value = result.Data.GetValueOrDefault("text/plain") };
            if (happened is not SessionEvent.Died died)
                await tell(session, happened).ConfigureAwait(false);
            else
            {
                end = end with { Error = run.Killed ? ErrorContent.OfKilled(options.InterruptGrace) : ErrorContent.Of(died) };
                await keeper.RenewAsync().ConfigureAwait(false);
            }
        }
        return end;
    }

    /// <summary>The values of a request's expressions, each with its own status.</summary>
    private async Task<JsonObject> EvaluateAsync(ExecuteRequest request, string cellId)
    {
        var values = new JsonObject();
        foreach (var (name, expression) in request.UserExpressions)
        {
            var value = new JsonObject { ["status"] = "ok", ["data"] = new JsonObject(), ["metadata"] = new JsonObject() };
            var end = await SendAsync(new CellRequest(cellId, expression, null, _count, 0), (session, happened) =>
            {
                if (happened is SessionEvent.Result result)
                    value["data"] = CellOutput.Data(result.Data);
                return happened is SessionEvent.InputRequested asked ? session.AnswerAsync(asked.RequestId, null) : Task.CompletedTask;
            }).ConfigureAwait(false);
            values[name] = end.Error?.ToReply() ?? value;
        }
        return values;
    }

    /// <summary>How a cell ended.</summary>
    /// <param name="Error">Why it failed; null if it did not.</param>
    /// <param name="Value">Its value as text; null without one.</param>
    private sealed record CellEnd(ErrorContent? Error, string? Value);
}
