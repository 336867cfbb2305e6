namespace CourseKit.Data.Files;

/// <summary>How a damaged file is reported.</summary>
internal static class Damage
{
    /// <summary><c>x.gz: what was required and what was found. The file is damaged or cut short: copy or fetch it again.</c></summary>
    public static string In(string file, FormattableString what) =>
        $"{file}: {FormattableString.Invariant(what)} The file is damaged or cut short: copy or fetch it again.";
}
