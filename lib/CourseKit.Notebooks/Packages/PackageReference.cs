namespace CourseKit.Notebooks.Packages;

/// <summary>A package as a notebook asks for it.</summary>
/// <param name="Id">Upper and lower case are the same.</param>
/// <param name="Version">As it is written, <c>1.2.0</c> or <c>1.*</c>; null for the newest.</param>
internal sealed record PackageReference(string Id, string? Version)
{
    /// <summary>As NuGet's <c>PackageReference</c> wants it.</summary>
    public string Range => Version ?? "*";

    /// <summary>Whether two references ask for one version: case, and zeros at the end, say nothing.</summary>
    public static bool IsSameVersion(string left, string right) => Normal(left).Equals(Normal(right), StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Version is null ? Id : $"{Id}, {Version}";

    private static string Normal(string version)
    {
        var number = version.Split('+')[0];
        while (number.EndsWith(".0", StringComparison.Ordinal) && number.AsSpan().Count('.') > 1)
            number = number[..^2];
        return number;
    }
}
