using System.Text.Json;
using CourseKit.Kernel.Messages;

namespace CourseKit.Kernel.Execution;

/// <summary>What an <c>execute_request</c> asks for.</summary>
/// <param name="Code">The cell, lines ended by <c>\n</c>.</param>
/// <param name="Silent">Nobody is told but who asked, and nothing is kept.</param>
/// <param name="StoreHistory">Whether it counts, and is kept.</param>
/// <param name="AllowStdin">Whether somebody can type.</param>
/// <param name="StopOnError">Whether cells that wait are not run when this one fails.</param>
/// <param name="UserExpressions">Expressions by name, to be evaluated after the cell.</param>
internal sealed record ExecuteRequest(
    string Code, bool Silent, bool StoreHistory, bool AllowStdin, bool StopOnError, IReadOnlyList<KeyValuePair<string, string>> UserExpressions)
{
    /// <exception cref="RequestException">It is not as the protocol has it.</exception>
    public static ExecuteRequest Read(JsonElement content)
    {
        var silent = content.Flag("silent", false);
        return new ExecuteRequest(
            content.Text("code").Replace("\r\n", "\n", StringComparison.Ordinal), silent, content.Flag("store_history", !silent) && !silent,
            content.Flag("allow_stdin", true), content.Flag("stop_on_error", true), Expressions(content));
    }

    private static KeyValuePair<string, string>[] Expressions(JsonElement content) =>
        content.TryGetProperty("user_expressions", out var given) && given.ValueKind == JsonValueKind.Object
            ? [.. given.EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, given.Text(entry.Name)))]
            : [];
}
