namespace CourseKit.Notebooks.Sessions;

/// <summary>What may be written at a place in a cell.</summary>
/// <param name="Items">In the order in which they are best shown; empty where nothing can be written, as within a comment.</param>
/// <param name="Start">Where the text that an item replaces begins, in UTF-16 units.</param>
/// <param name="End">Where it ends: the place that was asked about.</param>
public sealed record CodeCompletions(IReadOnlyList<CompletionItem> Items, int Start, int End)
{
    /// <summary>Nothing, at a place.</summary>
    internal static CodeCompletions None(int position) => new([], position, position);
}

/// <summary>One thing that may be written.</summary>
/// <param name="Text">What is written.</param>
/// <param name="Kind">
/// <c>variable</c>, <c>parameter</c>, <c>field</c>, <c>property</c>, <c>method</c>, <c>event</c>, <c>class</c>, <c>struct</c>, <c>interface</c>, <c>enum</c>,
/// <c>enum member</c>, <c>delegate</c>, <c>type parameter</c>, <c>namespace</c>, <c>keyword</c>, <c>argument</c> (a parameter's name with its colon), <c>magic</c>,
/// <c>label</c>.
/// </param>
/// <param name="Signature">One line, for a method with the number of its other overloads; for a magic what it does. Null where the text says all.</param>
public sealed record CompletionItem(string Text, string Kind, string? Signature);
