using System.Text.RegularExpressions;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Running;

/// <summary>How a cell is to fail, for it shows a mistake: <c>expect compile-error CS0029</c>, <c>expect throws DivideByZeroException</c>.</summary>
/// <param name="Kind"><see cref="CellErrorKind.CompileError"/> or <see cref="CellErrorKind.Exception"/>.</param>
/// <param name="Names">The compiler's codes, each of which must come and no other; or one type of exception, with or without its namespace.</param>
public sealed partial record Expectation(CellErrorKind Kind, IReadOnlyList<string> Names)
{
    private const string CompileError = "compile-error";
    private const string Throws = "throws";

    /// <inheritdoc cref="Expectation(CellErrorKind, IReadOnlyList{string})" path="/param[@name='Names']"/>
    public IReadOnlyList<string> Names { get; init => field = ValueList.From(value); } = ValueList.From(Names);

    /// <summary>Reads what follows the word <c>expect</c>.</summary>
    /// <exception cref="FormatException">It is neither of the two forms.</exception>
    public static Expectation Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [CompileError, _, ..] when words.Skip(1).All(Code().IsMatch) => new Expectation(CellErrorKind.CompileError, words[1..]),
            [Throws, var type] when TypeName().IsMatch(type) => new Expectation(CellErrorKind.Exception, [type]),
            _ => throw new FormatException($"expect: {CompileError} with the compiler's code, or {Throws} with the exception's type, is required; received " +
                $"\"{text}\". Write // coursekit: expect {CompileError} CS0029, or // coursekit: expect {Throws} DivideByZeroException"),
        };
    }

    /// <summary>What is said where the cell ended otherwise.</summary>
    /// <param name="error">Why the cell failed; null if it passed.</param>
    /// <returns>One sentence with what was expected and what came; null if the expectation is met.</returns>
    public string? Refute(CellError? error) => IsMet(error) ? null : $"expect {this}: this failure is required; {Came(error)}. Correct the cell, or what it expects.";

    /// <summary>As it is written: <c>compile-error CS0029</c>.</summary>
    public override string ToString() => $"{(Kind == CellErrorKind.CompileError ? CompileError : Throws)} {string.Join(' ', Names)}";

    private bool IsMet(CellError? error) => error is not null && error.Kind == Kind && Kind switch
    {
        CellErrorKind.CompileError => error.Diagnostics.Select(diagnostic => diagnostic.Id).ToHashSet().SetEquals(Names),
        _ => error.ExceptionType is { } type && (type == Names[0] || type.EndsWith($".{Names[0]}", StringComparison.Ordinal)),
    };

    private static string Came(CellError? error) => error?.Kind switch
    {
        null => "the cell passed",
        CellErrorKind.CompileError => $"the compiler said {string.Join("; ", error.Diagnostics)}".TrimEnd('.'),
        CellErrorKind.Exception => $"it threw {error.ExceptionType}: {error.Message}".TrimEnd('.'),
        _ => error.Message.TrimEnd('.'),
    };

    [GeneratedRegex("^[A-Z]{2,}[0-9]{4,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"^[\p{L}_][\w.+]*$", RegexOptions.CultureInvariant)]
    private static partial Regex TypeName();
}
