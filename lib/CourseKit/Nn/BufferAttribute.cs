namespace CourseKit.Nn;

/// <summary>
/// Marks a field that holds a tensor which is no weight but belongs to what a module has learned, such as a running mean: it is copied
/// and stored with the weights. On a property: <c>[field: Buffer]</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class BufferAttribute : Attribute
{
    /// <summary>Whether the values are whole numbers, which files hold as int64. Default false.</summary>
    public bool IsCount { get; init; }
}
