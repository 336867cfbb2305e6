using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Running;

/// <summary>Lets one observer watch notebooks that run at the same time: what happened in one is told when it has ended, all in one go.</summary>
internal sealed class ObserverTurns(IRunObserver observer)
{
    private readonly Lock _gate = new();

    /// <summary>An observer for one notebook.</summary>
    public IRunObserver Next() => new Turn(this);

    private sealed class Turn(ObserverTurns turns) : IRunObserver
    {
        private readonly List<Action<IRunObserver>> _told = [];

        public void NotebookStarted(string path, NotebookDocument document) => _told.Add(observer => observer.NotebookStarted(path, document));

        public void CellStarted(int number, NotebookCell cell) => _told.Add(observer => observer.CellStarted(number, cell));

        public void Happened(int number, SessionEvent happened) => _told.Add(observer => observer.Happened(number, happened));

        public void CellFinished(CellResult result) => _told.Add(observer => observer.CellFinished(result));

        public void NotebookFinished(NotebookResult result) => turns.Tell([.. _told, observer => observer.NotebookFinished(result)]);
    }

    private void Tell(IReadOnlyList<Action<IRunObserver>> told)
    {
        lock (_gate)
            foreach (var tell in told)
                tell(observer);
    }
}
