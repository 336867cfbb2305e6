namespace CourseKit.Notebooks.Documents;

/// <summary>A kernel that a notebook's cells may name.</summary>
/// <param name="Name">The name, e.g. <c>csharp</c>: what follows <c>#!</c> at the head of a .dib cell.</param>
/// <param name="LanguageName">The language for people, e.g. <c>C#</c>; null if not said.</param>
/// <param name="Aliases">Other names for it, e.g. <c>c#</c>, <c>cs</c>. Names and aliases are compared to the letter.</param>
public sealed record KernelInfo(string Name, string? LanguageName, IReadOnlyList<string> Aliases)
{
    /// <summary>Other names for it. Names and aliases are compared to the letter.</summary>
    public IReadOnlyList<string> Aliases { get; init => field = ValueList.From(value); } = ValueList.From(Aliases);
}
