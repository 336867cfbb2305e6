using System.Diagnostics;
using System.Globalization;

namespace CourseKit.Notebooks.Sessions.Processes;

/// <summary>A process and every process below it, whichever group they are in.</summary>
/// <remarks>
/// On Linux the tree is looked up in <c>/proc</c> by one small file for each process of the machine; <see cref="Process.Kill(bool)"/>, which reads each thread of each,
/// takes a tenth of a second there, and a run of many notebooks ends many sessions.
/// </remarks>
internal static class ProcessTree
{
    /// <summary>Ends them all; those that have ended already are no matter.</summary>
    public static void Kill(Process root)
    {
        if (OperatingSystem.IsLinux())
        {
            // Frozen first, so that none starts another one while they are looked for.
            var frozen = new HashSet<int>();
            for (int[] found = [root.Id]; found.Length > 0; found = [.. ChildrenOf(frozen).Except(frozen)])
                foreach (var id in found)
                {
                    ProcessGroup.Freeze(id);
                    frozen.Add(id);
                }
            foreach (var id in frozen)
                ProcessGroup.End(id);
            return;
        }
        try
        {
            root.Kill(entireProcessTree: true);
        }
        catch (AggregateException)
        {
            // Some descendant could not be ended, because it just did so itself or belongs to somebody else.
        }
    }

    private static IEnumerable<int> ChildrenOf(HashSet<int> parents) =>
        from folder in Directory.EnumerateDirectories("/proc")
        let id = int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
        where id > 0 && ParentOf(folder) is { } parent && parents.Contains(parent)
        select id;

    /// <summary>Null: the process has ended, or the system does not show it.</summary>
    private static int? ParentOf(string folder)
    {
        try
        {
            // "id (name) state parent …", and a name may hold anything.
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            return int.Parse(text[(text.LastIndexOf(')') + 1)..].Split(' ', 4)[2], CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
