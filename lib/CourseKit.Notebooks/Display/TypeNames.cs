namespace CourseKit.Notebooks.Display;

/// <summary>Type names as the runtime's own short names: <c>Dictionary&lt;String,Int32&gt;</c>, <c>Int32[]</c>.</summary>
internal static class TypeNames
{
    public static string Of(Type? type)
    {
        if (type is null)
            return "null";
        if (type.IsArray)
            return $"{Of(type.GetElementType())}[{new string(',', type.GetArrayRank() - 1)}]";
        if (!type.IsGenericType)
            return type.Name;
        var bare = type.Name.IndexOf('`', StringComparison.Ordinal) is var tick and >= 0 ? type.Name[..tick] : type.Name;
        return $"{bare}<{string.Join(',', type.GetGenericArguments().Select(Of))}>";
    }
}
