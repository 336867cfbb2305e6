using System.Reflection;

namespace CourseKit.Notebooks.Display;

/// <summary>Calls into somebody else's formatting code.</summary>
internal static class Call
{
    /// <summary>The result of a reflected call; what it throws names the type and the member.</summary>
    /// <exception cref="FormatterException">The code threw.</exception>
    public static object? Of(Func<object?> call, Type shown, string member)
    {
        try
        {
            return call();
        }
        catch (TargetInvocationException wrapper) when (wrapper.InnerException is { } error)
        {
            throw error is OperationCanceledException
                ? error
                : new FormatterException(
                    $"{TypeNames.Of(shown)}: its {member} must return a text; it threw {error.GetType().FullName}: {error.Message}. Mend {member}, or show another value.",
                    error);
        }
    }
}
