using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Running;

/// <summary>An observer that does something besides when a notebook's first cell has ended, or the notebook has.</summary>
internal sealed class AfterFirstCell(IRunObserver observer, Action then) : IRunObserver
{
    private bool _done;

    public void NotebookStarted(string path, NotebookDocument document) => observer.NotebookStarted(path, document);

    public void CellStarted(int number, NotebookCell cell) => observer.CellStarted(number, cell);

    public void Happened(int number, SessionEvent happened) => observer.Happened(number, happened);

    public void CellFinished(CellResult result)
    {
        Once();
        observer.CellFinished(result);
    }

    public void NotebookFinished(NotebookResult result)
    {
        Once();
        observer.NotebookFinished(result);
    }

    private void Once()
    {
        if (!_done)
            then();
        _done = true;
    }
}
