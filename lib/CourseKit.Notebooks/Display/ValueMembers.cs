using System.Diagnostics;
using System.Reflection;

namespace CourseKit.Notebooks.Display;

/// <summary>What an object consists of, as its author meant it to be seen.</summary>
internal static class ValueMembers
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>
    /// Public properties, then public fields, with their values; of types written in the notebook the internal ones too. A getter that throws has the exception
    /// for a value.
    /// </summary>
    public static IEnumerable<(string Name, object? Value)> Of(object value)
    {
        var type = value.GetType();
        var own = type.Assembly.Location.Length == 0;
        var properties = type.GetProperties(All)
            .Where(property => property.GetMethod is { } getter && (getter.IsPublic || own && getter.IsAssembly)
                && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike && Shown(property))
            .Select(property => (property.Name, Get(() => property.GetValue(value))));
        var fields = type.GetFields(All)
            .Where(field => (field.IsPublic || own && field.IsAssembly) && Shown(field))
            .Select(field => (field.Name, field.GetValue(value)));
        return properties.Concat(fields).DistinctBy(member => member.Item1);
    }

    /// <summary>The number of elements where the type knows it; null for what must be counted.</summary>
    public static int? Count(object sequence) =>
        sequence is System.Collections.ICollection collection
            ? collection.Count
            : sequence.GetType().GetInterfaces()
                .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() is var open
                    && (open == typeof(ICollection<>) || open == typeof(IReadOnlyCollection<>)))
                .Select(type => (int?)type.GetProperty("Count")!.GetValue(sequence))
                .FirstOrDefault();

    /// <summary>What a sequence holds; object where it does not say.</summary>
    public static Type ElementType(object sequence) =>
        sequence.GetType().GetInterfaces().Append(sequence.GetType())
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0]
        ?? typeof(object);

    private static bool Shown(MemberInfo member) =>
        member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never && !member.Name.StartsWith('<');

    private static object? Get(Func<object?> getter)
    {
        try
        {
            return getter();
        }
        catch (TargetInvocationException error) when (error.InnerException is not null and not OperationCanceledException)
        {
            return error.InnerException;
        }
    }
}
