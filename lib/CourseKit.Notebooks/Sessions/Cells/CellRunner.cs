using CourseKit.Notebooks.Display;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Pages;
using CourseKit.Notebooks.Sessions.Magics;
using CourseKit.Notebooks.Sessions.Output;
using CourseKit.Notebooks.Sessions.Scripting;

namespace CourseKit.Notebooks.Sessions.Cells;

/// <summary>Runs the sections of a cell one after another. The first thing that fails ends the cell.</summary>
internal sealed class CellRunner(ScriptChain script, PackageLoader packages, EventOutbox outbox)
{
    private readonly Dictionary<string, StoredValue> _stored = [];
    private readonly List<string> _importing = [];

    /// <summary>Runs a cell.</summary>
    /// <returns>Why it failed; null if it did not.</returns>
    public CellError? Run(CellRequest request, CancellationToken stop)
    {
        try
        {
            var afterwards = new Dictionary<string, Action>();
            var sections = CellParser.Parse(request);
            foreach (var section in sections)
            {
                Run(request, section, afterwards, stop);
                // The end of a line before the next section is no part of this one.
                Show(section.Kernel, section != sections[^1] && section.Text.EndsWith('\n') ? section.Text[..^1] : section.Text);
            }
            foreach (var action in afterwards.Values)
                action();
            return null;
        }
        catch (CellRefusal refusal)
        {
            if (refusal.Error is { Kind: CellErrorKind.CompileError, Diagnostics: { Count: > 0 } diagnostics } && diagnostics[0].Id.StartsWith("DNI", StringComparison.Ordinal))
                outbox.Publish(new SessionEvent.DiagnosticsReported(diagnostics));
            return refusal.Error;
        }
    }

    private void Run(CellRequest request, CellSection section, Dictionary<string, Action> afterwards, CancellationToken stop)
    {
        if (section.Packages.Count > 0)
            packages.Load(request, section.Packages, stop);
        var context = new MagicContext
        {
            Request = request,
            Section = section,
            Script = script,
            Stored = _stored,
            Import = (path, line) => Import(request, path, line, stop),
            Stop = stop,
            Afterwards = afterwards,
        };
        var actions = section.Steps.OfType<CellStep.Command>().ToDictionary(step => step, step => Guarded(request, step.Line, () => step.Magic.Prepare(step.Line, context), stop));
        foreach (var step in section.Steps)
            if (step is CellStep.Command command)
                Guarded(request, command.Line, () =>
                {
                    actions[command]();
                    return true;
                }, stop);
            else if (section.Kernel == SectionKernels.CSharp)
                RunCode(request, ((CellStep.Code)step).Text, stop);
    }

    private void RunCode(CellRequest request, string code, CancellationToken stop)
    {
        var outcome = script.Run(request, code, stop);
        if (outcome.Diagnostics.Count > 0)
            outbox.Publish(new SessionEvent.DiagnosticsReported(outcome.Diagnostics));
        if (outcome.Error is { } error)
            throw new CellRefusal(error);
        if (outcome.Value is { } value)
            outbox.Publish(new SessionEvent.Result(value));
    }

    /// <summary>What a text is in its language; C# and values show themselves.</summary>
    private static void Show(string kernel, string text)
    {
        MimeBundle? shown = kernel switch
        {
            "html" => MimeBundle.Of(("text/html", text)),
            "javascript" => Scripts.Script(text),
            "markdown" => MimeBundle.Of(("text/html", new MarkdownText().ToHtml(text))),
            "mermaid" => Scripts.Mermaid(text),
            _ => null,
        };
        if (shown is not null)
            MagicContext.Show(shown);
    }

    /// <summary>Does what a command says; what goes wrong in it went wrong on its line.</summary>
    private T Guarded<T>(CellRequest request, MagicLine line, Func<T> action, CancellationToken stop)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (error is not CellRefusal)
        {
            throw new CellRefusal(script.Report(request, error, stop) with
            {
                Position = CellSource.Position(request, line.Number, 1),
                SourceLine = CellSource.Line(request, line.Number),
            });
        }
    }

    private void Import(CellRequest request, string path, MagicLine line, CancellationToken stop)
    {
        var full = Path.GetFullPath(path);
        if (_importing.Contains(full))
            throw CellRefusal.Unsupported(request, line.Number, $"#!import {path}: a file that does not import itself is required; {string.Join(" imports ", [.. _importing.Select(Path.GetFileName), path])}. Import it once.");
        _importing.Add(full);
        try
        {
            foreach (var (cell, number) in Imported.Cells(request, path, line))
                if (cell.Kind == CellKind.Markdown)
                    MagicContext.Show(MimeBundle.Of(("text/markdown", cell.Source)));
                else if (Run(new CellRequest(request.CellId, cell.Source, full, number, cell.Line) { Kernel = cell.Kernel }, stop) is { } error)
                    throw new CellRefusal(error);
        }
        finally
        {
            _importing.Remove(full);
        }
    }
}
