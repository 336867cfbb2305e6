namespace CourseKit.Numerics;

/// <summary>Where a <see cref="MersenneTwister"/> stands: what NumPy's <c>RandomState.get_state()</c> returns.</summary>
/// <param name="Key">The 624 words of the generator.</param>
/// <param name="Position">How many of them were given out, 0..624.</param>
/// <param name="CachedNormal">The second value of the last pair of normals, if it was not taken yet.</param>
public sealed record MersenneTwisterState(IReadOnlyList<uint> Key, int Position, double? CachedNormal);
