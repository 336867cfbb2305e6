namespace CourseKit.Notebooks.Sessions;

/// <summary>Whether a cell can be run as it stands.</summary>
public enum CompletenessKind
{
    /// <summary>It can.</summary>
    Complete,

    /// <summary>Something is still open: a bracket, a string, a statement without its end.</summary>
    Incomplete,

    /// <summary>It has a mistake that no further line mends.</summary>
    Invalid,
}

/// <summary>Whether a cell can be run as it stands, and how its next line begins if not.</summary>
/// <param name="Kind">Whether it can.</param>
/// <param name="Indent">Blanks with which the next line begins; empty unless the cell is incomplete.</param>
public sealed record CodeCompleteness(CompletenessKind Kind, string Indent);
