namespace CourseKit.Nn;

/// <summary>A module as PyTorch's <c>repr</c> writes it: its name, and on lines of their own the modules in it.</summary>
internal static class ModuleText
{
    public static string Of(Module module)
    {
        var extra = module.Extra();
        var lines = ModuleWalk.Children(module).Select(child => $"({child.Name}): {child.Module}").ToList();
        if (lines.Count == 0)
            return $"{NameOf(module)}({extra})";
        if (extra.Length > 0)
            lines.Insert(0, extra);
        return $"{NameOf(module)}(\n  {string.Join('\n', lines).Replace("\n", "\n  ", StringComparison.Ordinal)}\n)";
    }

    /// <summary>A number as Python prints it: 1.0, 0.1, 1e-05.</summary>
    public static string Number(double value) => value == Math.Floor(value)
        ? value.ToString("0.0", CultureInfo.InvariantCulture)
        : value.ToString(Math.Abs(value) < 1e-4 ? "0.################e-00" : "R", CultureInfo.InvariantCulture);

    private static string NameOf(Module module) => module.GetType().Name.Split('`')[0];
}
