using System.Text.Json;
using System.Text.Json.Serialization;
using CourseKit.Notebooks.Display;

namespace CourseKit.Notebooks.Parameters;

/// <summary>Turns given values into values of the variables' types.</summary>
internal static class ParameterReader
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        IncludeFields = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(null, allowIntegerValues: false) },
    };

    /// <summary>The value as the type; null only where the type has a null.</summary>
    /// <exception cref="ParameterException">It is no such value.</exception>
    public static object? Read(string name, ParameterValue value, Type type)
    {
        if (!value.IsJson && type == typeof(string))
            return value.Text;
        if (!value.IsJson && (Nullable.GetUnderlyingType(type) ?? type) == typeof(bool) && bool.TryParse(value.Text, out var flag))
            return flag;
        if (TryRead(value.Text, type, out var read) || !value.IsJson && TryRead(JsonSerializer.Serialize(value.Text), type, out read))
            return read;
        var received = value.IsSecret ? "a secret that is none" : value.Text;
        throw new ParameterException($"Parameter {name}: a value of type {TypeNames.Of(type)} is required; received {received}. {Advice(type)}", name);
    }

    private static bool TryRead(string json, Type type, out object? value)
    {
        try
        {
            value = JsonSerializer.Deserialize(json, type, Options);
            return value is not null || !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            value = null;
            return false;
        }
    }

    private static string Advice(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare switch
        {
            _ when bare.IsEnum => $"Write one of: {string.Join(", ", Enum.GetNames(bare))}.",
            _ when bare == typeof(string) => "Write a text, in quotes in JSON and YAML: \"12\".",
            _ when bare == typeof(bool) => "Write true or false.",
            _ when bare == typeof(double) || bare == typeof(float) => "Write a number such as 0.5 or 1e-3, or NaN.",
            _ when bare.IsPrimitive || bare == typeof(decimal) => "Write a number of its range, such as 12.",
            _ when bare == typeof(DateTime) || bare == typeof(DateTimeOffset) || bare == typeof(DateOnly) => "Write a date such as 2026-03-27.",
            _ when bare.IsArray || bare.IsGenericType => "Write JSON such as [1, 2].",
            _ => "Write JSON such as {\"name\": 1}.",
        };
    }
}
