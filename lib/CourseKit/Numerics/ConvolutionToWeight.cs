using System.Buffers;
using System.Numerics;

namespace CourseKit.Numerics;

/// <summary>
/// dWᵀ (patch, f) = Σ over images of patches (patch, places) · dYᵀ (places, f). A piece is a group of images, whose sums are added in
/// order: as many groups as the images allow, however many threads there are.
/// </summary>
internal sealed unsafe class ConvolutionToWeight<T>(T* x, T* dy, T* dweight, ConvolutionShape shape) : ConvolutionPass<T>(shape)
    where T : unmanaged, INumberBase<T>
{
    // Sums of all groups together stay below 32 MB of doubles.
    private const int MostGroups = 16, MostValues = 4 << 20;

    private readonly int _imagesInGroup = (shape.Images + GroupsWanted(shape) - 1) / GroupsWanted(shape);
    private T* _sums;

    private int WeightSize => Shape.PatchSize * Shape.Filters;

    public void Run(bool add)
    {
        if (!add)
            new Span<T>(dweight, WeightSize).Clear();
        if (Shape.Images == 0)
            return;
        var groups = (Shape.Images + _imagesInGroup - 1) / _imagesInGroup;
        var rented = ArrayPool<T>.Shared.Rent(groups * WeightSize);
        rented.AsSpan(0, groups * WeightSize).Clear();
        fixed (T* sums = rented)
        {
            _sums = sums;
            RunPieces(groups);
            for (var group = 0; group < groups; group++)
                AddTransposed(sums + ((nint)group * WeightSize));
        }
        ArrayPool<T>.Shared.Return(rented);
    }

    public override void Execute(int piece)
    {
        var rented = Rent(Shape.PatchSize * PatchStep);
        fixed (T* start = rented)
        {
            var end = Math.Min((piece + 1) * _imagesInGroup, Shape.Images);
            for (var image = piece * _imagesInGroup; image < end; image++)
                AddImage(image, Aligned(start), _sums + ((nint)piece * WeightSize));
        }
        Return(rented);
    }

    private void AddImage(int image, T* patches, T* sums)
    {
        for (var block = 0; block < Blocks; block++)
        {
            var rows = Rows(block);
            var results = dy + ((nint)image * Shape.Filters * PlaneSize) + (rows.First * Places.Columns);
            Patches<T>.Gather(x + ((nint)image * Shape.ImageSize), Shape, rows, patches, PatchStep);
            Multiply(
                new(patches, PatchStep, 1), new(results, 1, PlaneSize), new(sums, Shape.Filters, 1),
                new(Shape.PatchSize, Shape.Filters, rows.Count * Places.Columns) { Accumulate = true });
        }
    }

    private void AddTransposed(T* sums)
    {
        int patch = Shape.PatchSize, filters = Shape.Filters;
        for (var f = 0; f < filters; f++)
            for (var p = 0; p < patch; p++)
                dweight[(f * patch) + p] += sums[(p * filters) + f];
    }

    private static int GroupsWanted(ConvolutionShape shape) =>
        Math.Clamp(MostValues / Math.Max(1, shape.PatchSize * shape.Filters), 1, Math.Clamp(shape.Images, 1, MostGroups));
}
