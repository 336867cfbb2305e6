using System.Diagnostics;
using CourseKit.Notebooks.Display;
using CourseKit.Notebooks.Parameters;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>An exception in a notebook's terms.</summary>
internal sealed class ErrorReport(CellRequest running, CellSources sources)
{
    public CellError Of(Exception error)
    {
        var (cell, position) = Place(error);
        var thrown = error is FormatterException { InnerException: { } inner } ? inner : error;
        return new CellError
        {
            Kind = CellErrorKind.Exception,
            Message = Said(error),
            ExceptionType = CellNames.Clean(thrown.GetType().FullName ?? thrown.GetType().Name),
            Position = position,
            SourceLine = position is null ? null : CellSource.Line(cell, position.Line),
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
    public CellRequest Owner(Exception error) => Place(error).Cell;

    public CellError Interrupted(Exception error)
    {
        var (cell, position) = Place(error);
        return new CellError
        {
            Kind = CellErrorKind.Interrupted,
            Message = "The cell was interrupted.",
            Position = position,
            SourceLine = position is null ? null : CellSource.Line(cell, position.Line),
        };
    }

    /// <summary>The innermost line of the running cell; without one, of any cell; without that, of what the exception wraps.</summary>
    private (CellRequest Cell, CellPosition? Position) Place(Exception error)
    {
        for (var inner = error; inner is not null; inner = inner.InnerException)
        {
            var places = new StackTrace(inner, fNeedFileInfo: true).GetFrames()
                .Select(frame => (Source: sources.Find(frame.GetFileName())!, Line: frame.GetFileLineNumber(), Column: frame.GetFileColumnNumber()))
                .Where(place => place.Source is not null)
                .ToList();
            if (places.Count == 0)
                continue;
            var (source, line, column) = places[Math.Max(0, places.FindIndex(place => place.Source.Request == running))];
            return (source.Request, CellSource.Position(source.Request, line, source.Code.OriginalColumn(line, column)));
        }
        return (running, null);
    }

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
            return CellNames.CleanTrace(error.ToString(), sources);
        }
        catch (Exception broken)
        {
            return $"{error.GetType().FullName} (ToString threw {broken.GetType().Name})\n{CellNames.CleanTrace(error.StackTrace ?? "", sources)}";
        }
    }
}
