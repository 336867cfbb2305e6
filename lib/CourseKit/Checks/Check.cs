using System.Collections;
using System.Runtime.CompilerServices;
using CourseKit.Autograd;

namespace CourseKit.Checks;

/// <summary>
/// Tests of notebooks and assignments: each method is silent or throws a <see cref="CheckException"/> whose message teaches. What is checked is named as it
/// stands in the code.
/// </summary>
public static partial class Check
{
    private const double Tolerance = 1e-6;

    /// <summary>A condition holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="otherwise">What to say to a student where it does not hold; the condition itself by default.</param>
    /// <param name="what">Filled in by the compiler.</param>
    /// <exception cref="CheckException">It does not hold.</exception>
    public static void True(bool condition, string? otherwise = null, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        if (!condition)
            throw new CheckException(otherwise ?? $"{Name(what)}: this is required to be true; it is false.");
    }

    /// <summary>Two values are equal: a count, a text; of lists, every element.</summary>
    /// <param name="actual">What the student's code gives.</param>
    /// <param name="expected">What is right.</param>
    /// <param name="what">Filled in by the compiler.</param>
    /// <exception cref="CheckException">They differ.</exception>
    public static void Equal<T>(T actual, T expected, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        if (actual is IEnumerable some and not string && expected is IEnumerable others)
            Equal<object?>((IReadOnlyList<object?>)[.. some.Cast<object?>()], [.. others.Cast<object?>()], what);
        else if (!EqualityComparer<T>.Default.Equals(actual, expected))
            throw new CheckException($"{Name(what)}: {Text(expected)} is required; received {Text(actual)}.");
    }

    /// <summary>Two lists are equal: labels, predictions, names.</summary>
    /// <inheritdoc cref="Equal{T}(T, T, string)"/>
    public static void Equal<T>(IReadOnlyList<T> actual, IReadOnlyList<T> expected, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        ArgumentNullException.ThrowIfNull(expected);
        RequireSomething(actual, what);
        if (actual.Count != expected.Count)
            throw new CheckException($"{Name(what)}: {Text(expected.Count)} values are required; received {Text(actual.Count)}.");
        for (var i = 0; i < expected.Count; i++)
            if (!EqualityComparer<T>.Default.Equals(actual[i], expected[i]))
                throw new CheckException($"{Name(what)}: at index {Text(i)} {Text(expected[i])} is required; received {Text(actual[i])}.");
    }

    /// <summary>A number is near another.</summary>
    /// <param name="actual">What the student's code gives.</param>
    /// <param name="expected">What is right.</param>
    /// <param name="tolerance">How far apart they may be, relative to 1 + |expected|. Default 1e-6.</param>
    /// <param name="what">Filled in by the compiler.</param>
    /// <exception cref="CheckException">It is not.</exception>
    public static void Close(double actual, double expected, double tolerance = Tolerance, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        if (!IsClose(actual, expected, tolerance))
            throw new CheckException($"{Name(what)}: {Text(expected)} is required; received {Text(actual)}.{Hints.For([actual], [expected])}");
    }

    /// <summary>Every number of a tensor, a vector or a matrix is near that of another.</summary>
    /// <param name="actual">What the student's code gives; arrays may be given, too.</param>
    /// <param name="expected">What is right, of the same shape.</param>
    /// <param name="tolerance">How far apart they may be, relative to 1 + |expected|. Default 1e-6.</param>
    /// <param name="what">Filled in by the compiler.</param>
    /// <exception cref="CheckException">The shapes differ, or a number.</exception>
    public static void Close(Tensor actual, Tensor expected, double tolerance = Tolerance, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        ArgumentNullException.ThrowIfNull(expected);
        Shape(actual, expected.Shape, what);
        var (received, required) = (actual.ToDoubles(), expected.ToDoubles());
        for (var i = 0; i < required.Length; i++)
            if (!IsClose(received[i], required[i], tolerance))
                throw new CheckException($"{Name(what)}: at {Index(i, expected.Shape)} {Text(required[i])} is required; received {Text(received[i])}." +
                    Hints.For(received, required, expected.Shape));
    }

    /// <summary>A tensor, a vector or a matrix has a shape.</summary>
    /// <param name="actual">What the student's code gives.</param>
    /// <param name="expected">The lengths of its axes: <c>[32, 10]</c>.</param>
    /// <param name="what">Filled in by the compiler.</param>
    /// <exception cref="CheckException">It has another.</exception>
    public static void Shape(Tensor actual, Shape expected, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        RequireSomething(actual, what);
        if (actual.Shape != expected)
            throw new CheckException($"{Name(what)}: shape {expected} is required; received {actual.Shape}.{Hints.For(actual.Shape, expected)}");
    }

    /// <summary>Code throws an exception of this type: a mistake of the caller is refused, not computed with.</summary>
    /// <param name="action">The code.</param>
    /// <param name="message">A piece of text that the exception's message must have; null for any.</param>
    /// <param name="what">Filled in by the compiler.</param>
    /// <typeparam name="TException">The type, or a base of it.</typeparam>
    /// <exception cref="CheckException">It throws nothing, or something else.</exception>
    public static void Throws<TException>(Action action, string? message = null, [CallerArgumentExpression(nameof(action))] string what = "")
        where TException : Exception
    {
        ArgumentNullException.ThrowIfNull(action);
        if (Thrown(action) is not { } thrown)
            throw new CheckException($"{Name(what)}: an exception of type {typeof(TException).Name} is required; nothing was thrown. Check the arguments first.");
        if (thrown is not TException)
            throw new CheckException($"{Name(what)}: an exception of type {typeof(TException).Name} is required; it threw {thrown.GetType().Name}: {thrown.Message}");
        if (message is not null && !thrown.Message.Contains(message, StringComparison.OrdinalIgnoreCase))
            throw new CheckException($"{Name(what)}: a message that says \"{message}\" is required; it says \"{thrown.Message}\".");
    }

    private static Exception? Thrown(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception error) when (error is not (NotImplementedException or OperationCanceledException))
        {
            return error;
        }
    }

    private static void RequireSomething(object? actual, string what)
    {
        if (actual is null)
            throw new CheckException($"{Name(what)}: a value is required; it is null. Has the cell that makes it run, and to its end?");
    }

    private static bool IsClose(double actual, double expected, double tolerance) =>
        actual.Equals(expected) || Math.Abs(actual - expected) <= tolerance * (1 + Math.Abs(expected));
}
