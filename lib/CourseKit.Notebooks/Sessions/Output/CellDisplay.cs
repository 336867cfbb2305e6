using System.Globalization;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Sessions.Output;

/// <summary>Shows bundles in the running cell.</summary>
internal sealed class CellDisplay(EventOutbox outbox)
{
    private int _count;

    /// <summary>Questions to whoever sits before the notebook.</summary>
    public InputRequests Input { get; } = new(outbox);

    /// <summary>Shows something new under an id of its own.</summary>
    public string Show(MimeBundle bundle)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"display-{Interlocked.Increment(ref _count)}");
        Show(id, bundle);
        return id;
    }

    public void Show(string id, MimeBundle bundle)
    {
        CellScope.Checkpoint();
        outbox.Publish(new SessionEvent.Displayed(bundle, id));
    }

    public void Update(string id, MimeBundle bundle)
    {
        CellScope.Checkpoint();
        outbox.Publish(new SessionEvent.Updated(bundle, id));
    }
}
