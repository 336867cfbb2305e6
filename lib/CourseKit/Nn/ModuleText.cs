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

    private static string NameOf(Module module) => module.GetType().Name.Split('`')[0];
}
