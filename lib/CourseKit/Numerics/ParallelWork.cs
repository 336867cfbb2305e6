namespace CourseKit.Numerics;

/// <summary>
/// Work in numbered pieces that do not touch each other's results. One object can be used again and again, so that no call allocates.
/// </summary>
internal abstract class ParallelWork
{
    /// <summary>Does one piece, on any thread.</summary>
    public abstract void Execute(int piece);
}
