namespace CourseKit.Nn;

/// <summary>Words the answer to a name that does not exist.</summary>
internal static class KnownNames
{
    /// <summary><c>Unknown activation "rleu". Did you mean "relu"? Known: identity, logistic, tanh, relu.</c></summary>
    /// <param name="kind">What is named.</param>
    /// <param name="typed">The name that does not exist.</param>
    /// <param name="known">All names that do.</param>
    public static string Unknown(string kind, string typed, IReadOnlyCollection<string> known)
    {
        var (nearest, distance) = known
            .Select(name => (Name: name, Distance: Distance(typed.ToLowerInvariant(), name.ToLowerInvariant())))
            .MinBy(candidate => candidate.Distance);
        var hint = distance <= Math.Max(2, typed.Length / 3) ? $" Did you mean \"{nearest}\"?" : "";
        return $"Unknown {kind} \"{typed}\".{hint} Known: {string.Join(", ", known)}.";
    }

    /// <summary>How many letters are added, left out, changed or swapped with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }
                var changed = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(changed, 1 + Math.Min(table[i - 1, j], table[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }
        return table[a.Length, b.Length];
    }
}
