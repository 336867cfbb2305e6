using CourseKit.Notebooks.Sessions.Insight.Completion;
using CourseKit.Notebooks.Sessions.Insight.Inspection;
using CourseKit.Notebooks.Sessions.Scripting;

namespace CourseKit.Notebooks.Sessions.Insight;

/// <summary>Answers questions about code that does not run, on a thread of its own beside the cells'.</summary>
/// <remarks>
/// Made from the compiler alone, which is loaded anyway: a session starts no later and, while nobody asks, grows no larger for it.
/// </remarks>
internal sealed class CodeInsight(ScriptChain script)
{
    private readonly DocumentationFiles _documentation = new(script.OriginalOf);

    /// <summary>The answer. What goes wrong in the compiler over half a line of code is no reason to end a notebook's session.</summary>
    public Finding Answer(Inquiry inquiry)
    {
        try
        {
            return inquiry switch
            {
                Inquiry.Complete ask => new Finding.Completions(Complete(ask.Code, Math.Clamp(ask.Position, 0, ask.Code.Length))),
                Inquiry.Inspect ask => new Finding.Inspection(Inspect(ask.Code, Math.Clamp(ask.Position, 0, ask.Code.Length))),
                Inquiry.IsComplete ask => new Finding.Completeness(CellForm.Of(ask.Code)),
                _ => new Finding.Failure($"no such question: {inquiry}"),
            };
        }
        catch (Exception error)
        {
            return new Finding.Failure($"{error.GetType()}: {error.Message}");
        }
    }

    private CodeCompletions Complete(string code, int position)
    {
        var text = new DraftText(code);
        if (text.CommandAt(position) is { } start)
            return MagicCompletions.Of(code, start, position);
        return text.IsCodeAt(position)
            ? Completer.Complete(script.Draft(DraftText.Ended(text.Code, position)), position)
            : CodeCompletions.None(position);
    }

    private CodeInspection? Inspect(string code, int position)
    {
        var text = new DraftText(code);
        if (text.CommandAt(position) is { } start)
            return MagicCompletions.Describe(code, start);
        return text.IsCodeAt(position) ? Inspector.Inspect(script.Draft(text.Code), position, _documentation) : null;
    }
}
