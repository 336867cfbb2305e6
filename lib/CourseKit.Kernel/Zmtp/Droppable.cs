namespace CourseKit.Kernel.Zmtp;

/// <summary>How much of what was put out somebody has missed.</summary>
/// <param name="Letters">Characters of text.</param>
/// <param name="Lines">Ends of lines among them.</param>
/// <param name="Values">Things shown.</param>
internal readonly record struct Loss(long Letters, long Lines, long Values)
{
    public static Loss operator +(Loss a, Loss b) => new(a.Letters + b.Letters, a.Lines + b.Lines, a.Values + b.Values);
}

/// <summary>What is lost where a message is left out.</summary>
/// <param name="Amount">How much it is.</param>
/// <param name="Note">The message that says so in its place, once there is room again.</param>
internal sealed record Droppable(Loss Amount, Func<Loss, byte[][]> Note);
