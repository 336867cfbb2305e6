using System.Net;
using System.Text;
using System.Text.Json;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Parameters;

/// <summary>Takes secrets out of what a session says: as they are, and as HTML, JSON, an address and base64 write them.</summary>
/// <remarks>Console text comes in pieces. What may be the beginning of a secret is held back until more text, or something else, follows.</remarks>
internal sealed class SecretMask
{
    public const string Stars = "•••";

    private readonly string[] _forms;
    private SessionEvent.Output? _held;

    /// <param name="secrets">None is shorter than <see cref="GivenValues.ShortestSecret"/>.</param>
    public SecretMask(IEnumerable<string> secrets) =>
        _forms = [.. secrets.SelectMany(Forms).Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length)];

    /// <summary>What may be shown of an event, together with text that an earlier one held back.</summary>
    public IEnumerable<SessionEvent> Of(SessionEvent happened)
    {
        if (_forms.Length == 0)
            return [happened];
        if (happened is not SessionEvent.Output output)
            return [.. Rest(), Masked(happened)];
        var before = _held is { } held && (held.Stream, held.CellId) != (output.Stream, output.CellId) ? Rest() : [];
        var text = Masked((_held?.Text ?? "") + output.Text);
        var keep = Unfinished(text);
        _held = keep > 0 ? output with { Text = text[^keep..] } : null;
        return keep < text.Length ? [.. before, output with { Text = text[..^keep] }] : before;
    }

    /// <summary>Text that was held back and that nothing follows.</summary>
    public IReadOnlyList<SessionEvent> Rest()
    {
        var rest = _held;
        _held = null;
        return rest is null ? [] : [rest];
    }

    private SessionEvent Masked(SessionEvent happened) => happened switch
    {
        SessionEvent.Displayed shown => shown with { Data = Masked(shown.Data) },
        SessionEvent.Updated updated => updated with { Data = Masked(updated.Data) },
        SessionEvent.Result result => result with { Data = Masked(result.Data) },
        SessionEvent.DiagnosticsReported reported => reported with { Diagnostics = [.. reported.Diagnostics.Select(Masked)] },
        SessionEvent.Failed failed => failed with { Error = Masked(failed.Error) },
        SessionEvent.BackgroundFailed failed => failed with { Error = Masked(failed.Error) },
        SessionEvent.InputRequested asked => asked with { Prompt = Masked(asked.Prompt), Name = asked.Name is { } name ? Masked(name) : null },
        SessionEvent.Died died => died with { Reason = Masked(died.Reason), Text = Masked(died.Text) },
        _ => happened,
    };

    private MimeBundle Masked(MimeBundle data) => new(data.Select(entry => KeyValuePair.Create(entry.Key, Masked(entry.Value))));

    private CellDiagnostic Masked(CellDiagnostic diagnostic) => diagnostic with { Message = Masked(diagnostic.Message) };

    private CellError Masked(CellError error) => error with
    {
        Message = Masked(error.Message),
        SourceLine = error.SourceLine is { } line ? Masked(line) : null,
        StackTrace = error.StackTrace is { } trace ? Masked(trace) : null,
        Diagnostics = [.. error.Diagnostics.Select(Masked)],
    };

    private string Masked(string text)
    {
        foreach (var form in _forms)
            text = text.Replace(form, Stars, StringComparison.Ordinal);
        return text;
    }

    /// <summary>How many characters at the end of a text may begin a secret.</summary>
    private int Unfinished(string text)
    {
        for (var length = Math.Min(text.Length, _forms[0].Length - 1); length > 0; length--)
            if (Array.Exists(_forms, form => form.Length > length && text.EndsWith(form[..length], StringComparison.Ordinal)))
                return length;
        return 0;
    }

    private static IEnumerable<string> Forms(string secret) =>
    [
        secret,
        WebUtility.HtmlEncode(secret),
        JsonSerializer.Serialize(secret)[1..^1],
        JsonSerializer.Serialize(secret, RelaxedJson)[1..^1],
        Uri.EscapeDataString(secret),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
    ];

    private static readonly JsonSerializerOptions RelaxedJson = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
