using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Authoring;

/// <summary>How an assignment is checked.</summary>
public sealed record CheckOptions
{
    /// <summary>Starts a session whose cells run in the given folder.</summary>
    public required Func<string, Task<ISession>> StartSession { get; init; }

    /// <summary>The budgets.</summary>
    public RunOptions Run { get; init; } = new();

    /// <summary>How many small mistakes are made in each solution, at most. Default 15.</summary>
    public int Mutations { get; init; } = 15;

    /// <summary>What a cell may take at least with a mistake made somewhere; else five times what it takes without. Default 10 s: an endless loop is noticed by the clock.</summary>
    public TimeSpan LeastTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Told of every step, a line each.</summary>
    public Action<string> Progress { get; init; } = _ => { };
}
