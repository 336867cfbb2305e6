using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseKit.Notebooks.Display;

/// <summary>Values that are one word or one text, and do not come apart into members.</summary>
internal static class Scalars
{
    /// <summary>The value's text, invariant; null if it is none of them.</summary>
    public static string? Text(object? value) => value switch
    {
        null => "<null>",
        string text => text,
        DateTime time => time.ToString("u", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("u", CultureInfo.InvariantCulture),
        Type type => FullName(type),
        DBNull => "",
        _ when Is(value.GetType()) => value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value.ToString(),
        _ => null,
    };

    public static bool Is(Type type) =>
        type.IsPrimitive || type.IsEnum || type.IsPointer
        || type == typeof(string) || type == typeof(decimal) || type == typeof(Half) || type == typeof(Int128) || type == typeof(UInt128)
        || type == typeof(BigInteger) || type == typeof(Complex) || type == typeof(Guid)
        || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(TimeSpan)
        || type == typeof(JsonElement) || typeof(JsonNode).IsAssignableFrom(type)
        || typeof(MemberInfo).IsAssignableFrom(type) || typeof(Delegate).IsAssignableFrom(type) || typeof(Exception).IsAssignableFrom(type)
        || Nullable.GetUnderlyingType(type) is { } underlying && Is(underlying);

    /// <summary>Whether a sequence of this type is written on one line. Enum members and types have a form of their own in HTML.</summary>
    public static bool IsInline(Type type) => Is(type) && (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: false } bare
        && !typeof(MemberInfo).IsAssignableFrom(bare) && !typeof(Delegate).IsAssignableFrom(bare) && !typeof(Exception).IsAssignableFrom(bare);

    private static string FullName(Type type)
    {
        if (!type.IsGenericType)
            return type.FullName ?? type.Name;
        var name = type.GetGenericTypeDefinition().FullName!;
        return $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(',', type.GetGenericArguments().Select(argument => argument.FullName is null ? argument.Name : FullName(argument)))}>";
    }
}
