using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Running;

/// <summary>Watches a run and says nothing.</summary>
internal sealed class Silent : IRunObserver
{
    public void NotebookStarted(string path, NotebookDocument document)
    {
    }

    public void CellStarted(int number, NotebookCell cell)
    {
    }

    public void Happened(int number, SessionEvent happened)
    {
    }

    public void CellFinished(CellResult result)
    {
    }

    public void NotebookFinished(NotebookResult result)
    {
    }
}
