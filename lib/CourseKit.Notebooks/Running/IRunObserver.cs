using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Running;

/// <summary>Whoever watches a run: a terminal, a log. Called in order, never two calls at once.</summary>
public interface IRunObserver
{
    /// <summary>A notebook was read and is about to run.</summary>
    void NotebookStarted(string path, NotebookDocument document);

    /// <summary>A cell was given to the session.</summary>
    void CellStarted(int number, NotebookCell cell);

    /// <summary>Something happened.</summary>
    /// <param name="number">The cell that caused it: the running one, or an earlier one whose background work goes on.</param>
    /// <param name="happened">What it was.</param>
    void Happened(int number, SessionEvent happened);

    /// <summary>A cell of code ended, or was left out.</summary>
    void CellFinished(CellResult result);

    /// <summary>A notebook ended, or could not be read; its files are written.</summary>
    void NotebookFinished(NotebookResult result);
}
