namespace CourseKit.Notebooks.Parameters;

/// <summary>A value given to a notebook's variable. It stays data: it is never pasted into code.</summary>
/// <param name="Text">What was given.</param>
/// <param name="IsJson">
/// True for a value that has a type of its own, as JSON; false for words from a command line, which are read as the variable's type asks: <c>12</c> is a number for
/// an <c>int</c> and a text for a <c>string</c>.
/// </param>
/// <param name="IsSecret">True for a value that no message may show.</param>
public sealed record ParameterValue(string Text, bool IsJson = false, bool IsSecret = false);
