using System.Net;

namespace CourseKit.Notebooks.Display;

/// <summary>Types as HTML: those of the framework lead to their documentation.</summary>
internal static class TypeHtml
{
    public static string Of(Type type)
    {
        if (IsAnonymous(type))
            return "(anonymous)";
        var name = WebUtility.HtmlEncode(Scalars.Text(type)!);
        if (type.Namespace is not { } space || space != "System" && !space.StartsWith("System.", StringComparison.Ordinal) && !space.StartsWith("Microsoft.", StringComparison.Ordinal))
            return name;
        var page = (type.IsGenericType ? type.GetGenericTypeDefinition().FullName! : type.FullName ?? type.Name).Replace('`', '-').Replace('+', '.').ToLowerInvariant();
        return $"<span><a href=\"https://docs.microsoft.com/dotnet/api/{page}?view=net-10.0\">{name}</a></span>";
    }

    private static bool IsAnonymous(Type type) => type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal);
}
