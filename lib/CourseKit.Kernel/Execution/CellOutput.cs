using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CourseKit.Kernel.Channels;
using CourseKit.Kernel.Zmtp;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Kernel.Execution;

/// <summary>Turns what happens in a session into messages.</summary>
/// <param name="iopub">Where they go.</param>
/// <param name="parents">Below which request.</param>
/// <param name="keeper">Of which session.</param>
/// <param name="executionCount">Of the running cell.</param>
/// <param name="textLimit">Characters of console text that go as they come.</param>
/// <remarks>Console text arrives gathered: the session sends a piece every few milliseconds, however many writes there were.</remarks>
internal sealed partial class CellOutput(IOPub iopub, CellParents parents, SessionKeeper keeper, int executionCount, long textLimit)
{
    /// <summary>Deep enough for every figure.</summary>
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 256 };

    private readonly TextLimit _text = new(textLimit);

    /// <summary>Shows an event that is output; others are nothing here.</summary>
    public Task ShowAsync(SessionEvent happened)
    {
        var parent = parents.Of(happened.CellId);
        return happened switch
        {
            SessionEvent.Output text => WriteAsync(text.Stream, _text.Pass(text.Stream, text.Text), parent),
            SessionEvent.Displayed shown => DisplayAsync("display_data", Bundle(shown.Data, shown.DisplayId), parent),
            SessionEvent.Updated updated => DisplayAsync("update_display_data", Bundle(updated.Data, updated.DisplayId), parent),
            SessionEvent.Result result => Send("execute_result", Result(result), parent),
            SessionEvent.DiagnosticsReported reported => WriteAsync("stderr", Warnings(reported), parent),
            SessionEvent.BackgroundFailed failed => Send("error", ErrorContent.Of(failed.Error).ToMessage(), parent),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>Writes what the kernel itself has to say.</summary>
    public Task WriteAsync(string stream, string text, string cellId) => WriteAsync(stream, text, parents.Of(cellId));

    /// <summary>The cell has ended: the last of its text, if that was too much.</summary>
    public async Task EndAsync(string cellId)
    {
        foreach (var (stream, text) in _text.End())
            await WriteAsync(stream, text, parents.Of(cellId)).ConfigureAwait(false);
    }

    /// <summary>A bundle as <c>data</c>: JSON as JSON, everything else as text.</summary>
    public static JsonObject Data(MimeBundle bundle) =>
        new(bundle.Select(entry => KeyValuePair.Create(entry.Key, MimeBundle.IsJson(entry.Key) ? Json(entry.Value) : JsonValue.Create(entry.Value))));

    /// <summary>What clears a terminal's screen clears what the cell has put out.</summary>
    private async Task WriteAsync(string stream, string text, byte[]? parent)
    {
        var at = 0;
        foreach (Match clear in ClearScreen().Matches(text))
        {
            await WritePlainAsync(stream, text[at..clear.Index], parent).ConfigureAwait(false);
            iopub.Send("clear_output", new JsonObject { ["wait"] = false }, parent);
            at = clear.Index + clear.Length;
        }
        await WritePlainAsync(stream, text[at..], parent).ConfigureAwait(false);
    }

    private Task WritePlainAsync(string stream, string text, byte[]? parent) => text.Length == 0
        ? Task.CompletedTask
        : iopub.SendOutputAsync("stream", IOPub.Stream(stream, text), parent, new Loss(text.Length, text.AsSpan().Count('\n'), 0));

    private Task DisplayAsync(string type, JsonObject content, byte[]? parent) => iopub.SendOutputAsync(type, content, parent, new Loss(0, 0, 1));

    private Task Send(string type, JsonObject content, byte[]? parent)
    {
        iopub.Send(type, content, parent);
        return Task.CompletedTask;
    }

    private JsonObject Result(SessionEvent.Result result) =>
        new() { ["execution_count"] = executionCount, ["data"] = Data(result.Data), ["metadata"] = new JsonObject() };

    /// <summary>A display id of an earlier session, whose outputs may still be on the screen, must not be met again.</summary>
    private JsonObject Bundle(MimeBundle bundle, string? displayId)
    {
        var transient = new JsonObject();
        if (displayId is not null)
            transient["display_id"] = $"{keeper.Name}-{displayId}";
        return new JsonObject { ["data"] = Data(bundle), ["metadata"] = new JsonObject(), ["transient"] = transient };
    }

    /// <summary>Errors stand in the message <c>error</c>, all of them.</summary>
    private static string Warnings(SessionEvent.DiagnosticsReported reported) =>
        string.Concat(reported.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning).Select(diagnostic => $"{diagnostic}\n"));

    [GeneratedRegex(@"(?:\x1b\[H)?\x1b\[2J(?:\x1b\[H)?")]
    private static partial Regex ClearScreen();

    /// <summary>A cell may show as JSON what is none; the front end gets the text.</summary>
    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Limits);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
