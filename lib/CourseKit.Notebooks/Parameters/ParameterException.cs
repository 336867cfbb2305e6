namespace CourseKit.Notebooks.Parameters;

/// <summary>A value for a notebook that the notebook does not ask for, or that is of another kind than it asks for.</summary>
/// <param name="message">What is required, what was received, what to do.</param>
/// <param name="variable">The variable that the value was for; null where it is none's.</param>
public sealed class ParameterException(string message, string? variable = null) : Exception(message)
{
    /// <summary>The variable that the value was for; null where it is none's.</summary>
    public string? Variable { get; } = variable;
}
