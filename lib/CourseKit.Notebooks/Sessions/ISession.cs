namespace CourseKit.Notebooks.Sessions;

/// <summary>A running C# notebook: cells go in one after another, events come out; variables live from cell to cell.</summary>
/// <remarks>One cell runs at a time. <see cref="InterruptAsync"/> and <see cref="AnswerAsync"/> may be called from any thread while it does.</remarks>
public interface ISession : IAsyncDisposable
{
    /// <summary>Runs one cell and yields what happens as it happens.</summary>
    /// <returns>
    /// Events in the order in which they took place. The last one is <see cref="SessionEvent.Idle"/>, or <see cref="SessionEvent.Died"/>
    /// when the session ended with the cell. The cell failed exactly if there was a <see cref="SessionEvent.Failed"/> or a <see cref="SessionEvent.Died"/>.
    /// Text that an earlier cell's background work wrote between two cells comes first, under that cell's <see cref="SessionEvent.CellId"/>.
    /// </returns>
    /// <param name="request">The code and where it stands.</param>
    /// <param name="cancellationToken">Stops the reading, not the cell: call <see cref="InterruptAsync"/> for that.</param>
    /// <exception cref="InvalidOperationException">Another cell is still running, or the session has ended.</exception>
    IAsyncEnumerable<SessionEvent> ExecuteAsync(CellRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks the running cell to stop; it then reports <see cref="CellErrorKind.Interrupted"/> and <see cref="SessionEvent.Idle"/>, and its variables stay.
    /// Its loops stop, in tasks too, and so do waiting and whatever writes or shows something. Endless recursion, a query or a library that does neither does not
    /// stop: wait for Idle only so long.
    /// </summary>
    Task InterruptAsync();

    /// <summary>Gives the answer to an <see cref="SessionEvent.InputRequested"/>.</summary>
    /// <param name="requestId">The request's id.</param>
    /// <param name="text">What was typed; null where nobody can type: <c>GetInputAsync</c> then throws, and the console has nothing to read.</param>
    Task AnswerAsync(string requestId, string? text);

    /// <summary>
    /// Takes what arrived while no cell was running and no <see cref="ExecuteAsync"/> has yielded yet. If the session has ended in the meantime, the last is
    /// <see cref="SessionEvent.Died"/>.
    /// </summary>
    IReadOnlyList<SessionEvent> TakeLateEvents();
}
