using System.Text.Json.Nodes;
using CourseKit.Kernel.Channels;
using CourseKit.Kernel.Execution;
using CourseKit.Kernel.Messages;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Kernel;

/// <summary>Requests about code that is being written: complete, inspect, is it complete. Positions are code points outside and UTF-16 units inside.</summary>
internal sealed class CodeRequests(SessionKeeper keeper)
{
    /// <summary>The reply to a <c>complete_request</c>.</summary>
    public async Task<JsonObject> CompleteAsync(JupyterMessage request)
    {
        var (code, position) = Read(request);
        var session = await keeper.GetAsync().ConfigureAwait(false);
        var found = await session.CompleteAsync(code, position).ConfigureAwait(false);
        var (start, end) = (CodePoints.Before(code, found.Start), CodePoints.Before(code, found.End));
        var reply = Reply.Ok();
        reply["matches"] = new JsonArray([.. found.Items.Select(item => JsonValue.Create(item.Text))]);
        reply["cursor_start"] = start;
        reply["cursor_end"] = end;
        reply["metadata"] = new JsonObject
        {
            ["_jupyter_types_experimental"] = new JsonArray([.. found.Items.Select(item => new JsonObject
            {
                ["text"] = item.Text, ["type"] = item.Kind, ["signature"] = item.Signature, ["start"] = start, ["end"] = end,
            })]),
        };
        return reply;
    }

    /// <summary>The reply to an <c>inspect_request</c>.</summary>
    public async Task<JsonObject> InspectAsync(JupyterMessage request)
    {
        var (code, position) = Read(request);
        var session = await keeper.GetAsync().ConfigureAwait(false);
        var found = await session.InspectAsync(code, position).ConfigureAwait(false);
        var data = new JsonObject();
        if (found is not null)
        {
            data["text/plain"] = found.Documentation is null ? found.Signature : $"{found.Signature}\n\n{found.Documentation}";
            data["text/markdown"] = $"```csharp\n{found.Signature}\n```{(found.Documentation is null ? "" : $"\n\n{found.Documentation}")}";
        }
        var reply = Reply.Ok();
        reply["found"] = found is not null;
        reply["data"] = data;
        reply["metadata"] = new JsonObject();
        return reply;
    }

    /// <summary>The reply to an <c>is_complete_request</c>.</summary>
    public async Task<JsonObject> IsCompleteAsync(JupyterMessage request)
    {
        var session = await keeper.GetAsync().ConfigureAwait(false);
        var found = await session.IsCompleteAsync(request.Content.Text("code")).ConfigureAwait(false);
        var reply = new JsonObject { ["status"] = StatusOf(found.Kind) };
        if (found.Kind == CompletenessKind.Incomplete)
            reply["indent"] = found.Indent;
        return reply;
    }

    private static string StatusOf(CompletenessKind kind) => kind switch
    {
        CompletenessKind.Complete => "complete",
        CompletenessKind.Incomplete => "incomplete",
        _ => "invalid",
    };

    private static (string Code, int Position) Read(JupyterMessage request)
    {
        var code = request.Content.Text("code");
        return (code, request.Content.Number("cursor_pos") is { } position ? CodePoints.ToIndex(code, position) : code.Length);
    }
}
