namespace CourseKit.Display;

/// <summary>Tells a notebook front end, by its name alone, which type makes the formatters of the type that carries it.</summary>
/// <param name="formatterSourceType">A type with a public parameterless constructor and a public method <c>CreateTypeFormatters()</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type that makes the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The MIME types shown, best first. Each must have a formatter.</summary>
    public string[]? PreferredMimeTypes { get; set; }
}
