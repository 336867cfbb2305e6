namespace CourseKit.Reports;

/// <summary>What became of a number of a report.</summary>
public enum Verdict
{
    /// <summary>Nobody has computed it yet.</summary>
    NotChecked,

    /// <summary>Computed in quick mode, on stand-ins or a part of the data, where the report's number is not to be expected.</summary>
    NotJudged,

    /// <summary>To the printed digits, or within the stated tolerance.</summary>
    Reproduced,

    /// <summary>What the number shows is there; the number itself cannot be, for the stated reason.</summary>
    ReproducedInKind,

    /// <summary>It cannot be reproduced, and the remark proves it.</summary>
    NotReproducible,

    /// <summary>It should have been reproduced and was not.</summary>
    Missed,
}
