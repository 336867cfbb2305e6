using System.Diagnostics;
using System.Globalization;
using CourseKit.Notebooks.Display;
using CourseKit.Notebooks.Parameters;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>An exception in a notebook's terms.</summary>
internal sealed class ErrorReport(CellRequest running, CellSources sources)
{
    public CellError Of(Exception error)
    {
        var (cell, places) = Places(error);
        var thrown = error is FormatterException { InnerException: { } inner } ? inner : error;
        return new CellError
        {
            Kind = CellErrorKind.Exception,
            Message = places.Count > 1 ? $"{Said(error)} It was in line {Lines(places)}." : Said(error),
            Position = Only(places),
            SourceLine = SourceLine(cell, places),
            ExceptionType = CellNames.Clean(thrown.GetType().FullName ?? thrown.GetType().Name),
            StackTrace = Trace(error),
        };
    }

    /// <summary>A value from outside that does not fit, with the place of its variable.</summary>
    public static CellError Of(ParameterException error, CellRequest request)
    {
        var variable = ParameterVariables.Of(request.Code).First(variable => variable.Declarator.Identifier.ValueText == error.Variable);
        var place = variable.Declarator.GetLocation().GetLineSpan().StartLinePosition;
        return new CellError
        {
            Kind = CellErrorKind.Parameter,
            Message = error.Message,
            Position = CellSource.Position(request, place.Line + 1, place.Character + 1),
            SourceLine = CellSource.Line(request, place.Line + 1),
        };
    }

    /// <summary>The cell whose code threw; the running one where no place is known.</summary>
    public CellRequest Owner(Exception error) => Places(error).Cell;

    public CellError Interrupted(Exception error)
    {
        var (cell, places) = Places(error);
        return new CellError
        {
            Kind = CellErrorKind.Interrupted,
            Message = "The cell was interrupted.",
            Position = Only(places),
            SourceLine = SourceLine(cell, places),
        };
    }

    private static CellPosition? Only(IReadOnlyList<CellPosition> places) => places is [var place] ? place : null;

    private static string? SourceLine(CellRequest cell, IReadOnlyList<CellPosition> places) => Only(places) is { } place ? CellSource.Line(cell, place.Line) : null;

    /// <summary>The innermost line of the running cell; without one, of any cell; without that, of what the exception wraps. Several where it may have been each of them.</summary>
    private (CellRequest Cell, IReadOnlyList<CellPosition> Places) Places(Exception error)
    {
        for (var inner = error; inner is not null; inner = inner.InnerException)
        {
            var known = Frames(inner).Where(frame => frame.Places.Count > 0).ToList();
            if (known.Count == 0)
                continue;
            var (source, places, _) = known[Math.Max(0, known.FindIndex(frame => frame.Source.Request == running))];
            return (source.Request, places);
        }
        return (running, []);
    }

    /// <summary>The cells' frames, from the innermost on.</summary>
    private IEnumerable<(CellSource Source, IReadOnlyList<CellPosition> Places, StackFrame? WithoutLine)> Frames(Exception error)
    {
        var frames = new StackTrace(error, fNeedFileInfo: true).GetFrames();
        foreach (var (index, frame) in frames.Index())
            if (!ArrayThrow.HasNoLine(frames, index))
            {
                if (sources.Find(frame.GetFileName()) is { } source)
                    yield return (source, [source.Position(new CodePlace(frame.GetFileLineNumber(), frame.GetFileColumnNumber()))], null);
            }
            else if (sources.Find(frame.GetFileName()) is { } source)
                yield return (source, source.PossiblePlaces(new CodePlace(frame.GetFileLineNumber(), frame.GetFileColumnNumber())), frame);
            else if (frame.GetMethod()?.DeclaringType is { } type && CellNames.FunctionOf(type) is { } function && sources.Find(type.Assembly) is { } cell)
                yield return (cell, cell.PossiblePlaces(function), frame);
    }

    private static string Lines(IReadOnlyList<CellPosition> places) => places switch
    {
        [] => "unknown",
        [var only] => only.Line.ToString(CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", places.SkipLast(1).Select(place => place.Line))} or {places[^1].Line}"),
    };

    private static string Said(Exception error)
    {
        try
        {
            return CellNames.Clean(error.Message);
        }
        catch (Exception broken)
        {
            return $"({error.GetType().Name}.Message threw {broken.GetType().Name})";
        }
    }

    private string Trace(Exception error)
    {
        try
        {
            return CellNames.CleanTrace(WithLines(error.ToString(), error), sources);
        }
        catch (Exception broken)
        {
            return $"{error.GetType().FullName} (ToString threw {broken.GetType().Name})\n{CellNames.CleanTrace(error.StackTrace ?? "", sources)}";
        }
    }

    /// <summary>The text with the lines that the runtime does not know, or names wrongly.</summary>
    private string WithLines(string text, Exception error)
    {
        for (var inner = error; inner is not null; inner = inner.InnerException)
            foreach (var (source, places, frame) in Frames(inner))
                if (frame is not null)
                    text = WithLines(text, frame, $"{source.Path}:line {Lines(places)}");
        return text;
    }

    private static string WithLines(string text, StackFrame frame, string place)
    {
        var said = frame.GetFileName() is { } file
            ? string.Create(CultureInfo.InvariantCulture, $"{file}:line {frame.GetFileLineNumber()}")
            : $"{frame.GetMethod()!.DeclaringType!.FullName!.Replace('+', '.')}.MoveNext()";
        var at = -1;
        do
            at = text.IndexOf(said, at + 1, StringComparison.Ordinal);
        while (at >= 0 && text.AsSpan(at + said.Length) is [not ('\r' or '\n'), ..]);
        if (at < 0)
            return text;
        var end = at + said.Length;
        return frame.GetFileName() is null ? $"{text[..end]} in {place}{text[end..]}" : $"{text[..at]}{place}{text[end..]}";
    }
}
