namespace CourseKit.Autograd.Ops;

/// <summary>Long tensors in pieces of a fixed size, so that results do not depend on how many threads share them.</summary>
internal static class Piece
{
    private const int Size = 16384;

    /// <summary>1 or more; 1 for one that is empty.</summary>
    public static int CountFor(Tensor tensor) => Math.Max(1, (tensor.Count + Size - 1) / Size);

    public static Span<T> Of<T>(Span<T> values, int piece) => values.Slice(piece * Size, Math.Min(Size, values.Length - (piece * Size)));
}
