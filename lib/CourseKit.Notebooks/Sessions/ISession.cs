namespace CourseKit.Notebooks.Sessions;

/// <summary>A running C# notebook: cells go in one after another, events come out; variables live from cell to cell.</summary>
/// <remarks>
/// One cell runs at a time. <see cref="InterruptAsync"/>, <see cref="AnswerAsync"/> and the questions about code may be called from any thread while it does.
/// <para>
/// Those questions (<see cref="CompleteAsync"/>, <see cref="InspectAsync"/>, <see cref="IsCompleteAsync"/>) run nothing. They are answered beside a running cell, with what
/// that cell and those before it declare; only the moment in which the compiler looks up a cell's references makes them wait. Answers come behind the events that were
/// sent before them: whoever asks also reads those, by <see cref="TakeLateEvents"/> while no cell runs. A session that has ended knows nothing and throws nothing.
/// </para>
/// </remarks>
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

    /// <summary>What may be written at a place in a cell that has not run: members, names in scope, magics.</summary>
    /// <param name="code">The whole cell. What it refers to by <c>#r</c> and <c>#load</c> is known once it has run.</param>
    /// <param name="position">The place, in UTF-16 units from the cell's beginning; one outside the cell is taken to its nearest end.</param>
    /// <param name="ct">Stops the waiting.</param>
    /// <exception cref="SessionException">The compiler fails over the code; the session goes on.</exception>
    Task<CodeCompletions> CompleteAsync(string code, int position, CancellationToken ct = default);

    /// <summary>What is known of the name at a place in a cell, or of the method whose arguments stand there; null if nothing is.</summary>
    /// <inheritdoc cref="CompleteAsync"/>
    Task<CodeInspection?> InspectAsync(string code, int position, CancellationToken ct = default);

    /// <summary>Whether a cell can be run as it stands: a matter of its form alone, not of the names in it.</summary>
    /// <inheritdoc cref="CompleteAsync"/>
    Task<CodeCompleteness> IsCompleteAsync(string code, CancellationToken ct = default);
}
