using System.Text.Json;
using CourseKit.Notebooks.Display;
using CourseKit.Notebooks.Sessions.Cells;
using CourseKit.Notebooks.Sessions.Output;
using Microsoft.DotNet.Interactive;

namespace CourseKit.Notebooks.Sessions.Magics;

/// <summary><c>#!set --name n --value V</c>: a word, a value of a kernel (<c>@csharp:x</c>), or an answer (<c>@input:city</c>, <c>@password:key</c>) as a variable.</summary>
internal static class SetMagic
{
    private const string NameParameter = "--name";
    private const string ValueParameter = "--value";
    private const string MimeType = "--mime-type";
    private const string ByReference = "--byref";

    public static Magic Magic { get; } = new()
    {
        Name = "#!set",
        Description = "sets a variable",
        Parameters = [NameParameter, ValueParameter, MimeType],
        Required = [NameParameter, ValueParameter],
        Flags = [ByReference],
        Prepare = Prepare,
    };

    private static Action Prepare(MagicLine line, MagicContext context)
    {
        context.RequireCSharp(line);
        var name = context.VariableName(line.Value(NameParameter)!, line);
        var word = line.Value(ValueParameter)!;
        if (!word.Text.StartsWith('@'))
            return () => context.Script.Declare(name, word.Text, context.Stop);
        var parts = word.Text[1..].Split(':', 2);
        if (parts[0] is "input" or "password")
            return () => context.Script.Declare(name, Ask(parts, name, context), context.Stop);
        if (parts.Length < 2)
            throw CellRefusal.Of(context.Request, (line.Number, word.Column), "DNI202", $"Value '{parts[0]}' not found in kernel csharp", "Write @kernel:name, such as @csharp:x.");
        var value = context.Find(parts[0], parts[1], line, word.Column);
        var copy = line.Has(ByReference) ? value : Copy(value, line.Value(MimeType)?.Text);
        return () => context.Script.Declare(name, copy, context.Stop);
    }

    /// <summary>Values cross from kernel to kernel as text: numbers become double, lists and objects JSON documents.</summary>
    private static object? Copy(object? value, string? mimeType)
    {
        if (value is string or JsonDocument && mimeType is null)
            return value;
        if (mimeType is not (null or "application/json"))
            return ValueFormatter.Text(value, mimeType);
        var json = JsonDocument.Parse(MimeEntries.Json(value));
        return json.RootElement.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => json.RootElement.GetString(),
            JsonValueKind.Number => json.RootElement.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => json,
        };
    }

    /// <summary><c>@input</c>, <c>@input:city</c>, <c>@input:"Which city?"</c>, <c>@input:{"prompt": "Which city?"}</c>; <c>@password</c> likewise.</summary>
    private static object Ask(string[] parts, string variable, MagicContext context)
    {
        var secret = parts[0] == "password";
        var prompt = Prompt(parts.ElementAtOrDefault(1)) ?? variable;
        var name = prompt.Contains(' ', StringComparison.Ordinal) ? variable : prompt;
        var asking = DisplayBridge.Display.Input.AskAsync(prompt, secret, name);
        Task.WaitAny([asking], context.Stop);
        var answer = asking.GetAwaiter().GetResult();
        return secret ? new PasswordString(answer) : answer;
    }

    private static string? Prompt(string? written)
    {
        if (string.IsNullOrEmpty(written))
            return null;
        if (written.StartsWith('{'))
            return JsonDocument.Parse(written).RootElement.TryGetProperty("prompt", out var prompt) ? prompt.GetString() : null;
        return written.Trim('"');
    }
}
