using CourseKit.Notebooks.Display;

namespace CourseKit.Notebooks.Tests.Display;

/// <summary>What is said of values whose types do not keep the conventions of display.</summary>
internal static class FormatterErrors
{
    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Display: ToHtml that throws", () => ValueFormatter.Bundle(new Throws())),
        ("Display: bundle that is null", () => ValueFormatter.Bundle(new Bundled(null!))),
        ("Display: bundle without an entry", () => ValueFormatter.Bundle(new Bundled(new Dictionary<string, object>()))),
        ("Display: bundle with a null", () => ValueFormatter.Bundle(new Bundled(new Dictionary<string, object> { ["text/html"] = null! }))),
        ("Display: MIME type that a value does not have", () => ValueFormatter.Bundle(7, ["image/png"])),
        ("Display: attribute without a source", () => ValueFormatter.Bundle(new NoSource())),
        ("Display: source without its method", () => ValueFormatter.Bundle(new NoFactory())),
        ("Display: source that returns no sequence", () => ValueFormatter.Bundle(new NoSequence())),
        ("Display: formatter without Format", () => ValueFormatter.Bundle(new NoFormat())),
    ];

    internal sealed class Throws
    {
        public string Excuse { get; } = "no picture today";

        public string ToHtml() => throw new InvalidOperationException(Excuse);
    }

    internal sealed class Bundled(IReadOnlyDictionary<string, object> bundle)
    {
        public IReadOnlyDictionary<string, object> ToMimeBundle() => bundle;
    }

    [TypeFormatterSource(null)]
    internal sealed class NoSource;

    [TypeFormatterSource(typeof(object))]
    internal sealed class NoFactory;

    [TypeFormatterSource(typeof(Nothing))]
    internal sealed class NoSequence;

    [TypeFormatterSource(typeof(Nameless))]
    internal sealed class NoFormat;

    internal sealed class Nothing
    {
        public static object CreateTypeFormatters() => 7;
    }

    internal sealed class Nameless
    {
        public static IEnumerable<object> CreateTypeFormatters() => [new Formatless("text/html")];
    }

    internal sealed record Formatless(string MimeType);

    /// <summary>Found by its name alone, as the convention says.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class TypeFormatterSourceAttribute(Type? source) : Attribute
    {
        public Type? FormatterSourceType { get; } = source;
    }
}
