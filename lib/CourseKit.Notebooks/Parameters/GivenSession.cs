using System.Runtime.CompilerServices;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Parameters;

/// <summary>A session whose cells get values from outside, and whose events do not show the secrets among them.</summary>
/// <param name="session">Runs the cells.</param>
/// <param name="given">The values.</param>
/// <param name="parameterCells">The ids of the cells that declare parameters.</param>
internal sealed class GivenSession(ISession session, GivenValues given, IReadOnlySet<string> parameterCells) : ISession
{
    private readonly SecretMask _mask = new(given.Secrets.Values);

    public async IAsyncEnumerable<SessionEvent> ExecuteAsync(CellRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var prepared = parameterCells.Contains(request.CellId) ? request with { Parameters = given.For(request.Code) } : request;
        await foreach (var happened in session.ExecuteAsync(prepared, cancellationToken).ConfigureAwait(false))
        {
            if (happened is SessionEvent.InputRequested question && given.Answer(question) is { } answer)
                await session.AnswerAsync(question.RequestId, answer).ConfigureAwait(false);
            else
                foreach (var masked in _mask.Of(happened))
                    yield return masked;
        }
    }

    public Task InterruptAsync() => session.InterruptAsync();

    public Task AnswerAsync(string requestId, string? text) => session.AnswerAsync(requestId, text);

    public IReadOnlyList<SessionEvent> TakeLateEvents() => [.. session.TakeLateEvents().SelectMany(_mask.Of), .. _mask.Rest()];

    public Task<CodeCompletions> CompleteAsync(string code, int position, CancellationToken ct = default) => session.CompleteAsync(code, position, ct);

    public Task<CodeInspection?> InspectAsync(string code, int position, CancellationToken ct = default) => session.InspectAsync(code, position, ct);

    public Task<CodeCompleteness> IsCompleteAsync(string code, CancellationToken ct = default) => session.IsCompleteAsync(code, ct);

    public ValueTask DisposeAsync() => session.DisposeAsync();
}
