namespace CourseKit.Notebooks.Display;

/// <summary>Stretches of memory, which show themselves as what lies there.</summary>
internal static class Memories
{
    /// <summary>Text for a stretch of letters, an array for any other; everything else as it is.</summary>
    public static object? Unwrap(object? value)
    {
        if (value?.GetType() is not { IsGenericType: true } type || type.GetGenericTypeDefinition() is var open && open != typeof(ReadOnlyMemory<>) && open != typeof(Memory<>))
            return value;
        return type.GetGenericArguments()[0] == typeof(char) ? value.ToString() : type.GetMethod("ToArray")!.Invoke(value, null);
    }
}
