namespace CourseKit.Notebooks.Running;

/// <summary>Finds what somebody probably meant to type.</summary>
public static class NearestName
{
    /// <summary>The known name with the smallest Levenshtein distance to <paramref name="typed"/>, or null if none is near.</summary>
    /// <remarks>Near: at most a third of the longer name, and at least two letters, may differ. Case does not count.</remarks>
    public static string? Of(string typed, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return known
            .Select(name => (Name: name, Distance: Distance(typed.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(near => near.Distance <= Math.Max(2, Math.Max(typed.Length, near.Name.Length) / 3))
            .OrderBy(near => near.Distance).ThenBy(near => near.Name, StringComparer.Ordinal)
            .Select(near => near.Name).FirstOrDefault();
    }

    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            previous = current;
        }
        return previous[b.Length];
    }
}
