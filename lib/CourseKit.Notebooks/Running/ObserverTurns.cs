using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Running;

/// <summary>Lets one observer watch notebooks that run at the same time: what happened in one is told when it has ended, all in one go.</summary>
internal sealed class ObserverTurns(IRunObserver observer)
{
    private readonly Lock _gate = new();

    /// <summary>An observer for one notebook.</summary>
    public IRunObserver Next() => new Turn(this, observer as IRunProgress);

    private sealed class Turn(ObserverTurns turns, IRunProgress? progress) : IRunObserver
    {
        private readonly List<Action<IRunObserver>> _told = [];
        private string? _path;

        public void NotebookStarted(string path, NotebookDocument document)
        {
            _path = path;
            progress?.Began(path, document.Cells.Count(cell => cell.Kind == CellKind.Code));
            _told.Add(observer => observer.NotebookStarted(path, document));
        }

        public void CellStarted(int number, NotebookCell cell)
        {
            progress?.Reached(_path!, number);
            _told.Add(observer => observer.CellStarted(number, cell));
        }

        public void Happened(int number, SessionEvent happened) => _told.Add(observer => observer.Happened(number, happened));

        public void CellFinished(CellResult result)
        {
            progress?.Passed(_path!);
            _told.Add(observer => observer.CellFinished(result));
        }

        public void NotebookFinished(NotebookResult result)
        {
            if (_path is not null)
                progress?.Ended(_path);
            turns.Tell([.. _told, observer => observer.NotebookFinished(result)]);
        }
    }

    private void Tell(IReadOnlyList<Action<IRunObserver>> told)
    {
        lock (_gate)
            foreach (var tell in told)
                tell(observer);
    }
}
