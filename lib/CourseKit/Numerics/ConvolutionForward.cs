using System.Numerics;

namespace CourseKit.Numerics;

/// <summary>Y (f, places) = b + W (f, patch) · patches (patch, places), for each image block by block.</summary>
internal sealed unsafe class ConvolutionForward<T>(T* x, T* weight, T* bias, T* y, ConvolutionShape shape) : ConvolutionPass<T>(shape)
    where T : unmanaged, INumberBase<T>
{
    public void Run() => RunPieces(Shape.Images * Blocks);

    public override void Execute(int piece)
    {
        int image = piece / Blocks, patch = Shape.PatchSize;
        var (first, count) = Rows(piece % Blocks);
        var columns = count * Places.Columns;
        var results = y + ((nint)image * Shape.Filters * PlaneSize) + (first * Places.Columns);
        if (bias != null)
        {
            for (var f = 0; f < Shape.Filters; f++)
                new Span<T>(results + ((nint)f * PlaneSize), columns).Fill(bias[f]);
        }

        var rented = Rent(patch * PatchStep);
        fixed (T* start = rented)
        {
            var patches = Aligned(start);
            Patches<T>.Gather(x + ((nint)image * Shape.ImageSize), Shape, (first, count), patches, PatchStep);
            Multiply(
                new(weight, patch, 1), new(patches, PatchStep, 1), new(results, PlaneSize, 1),
                new(Shape.Filters, columns, patch) { Accumulate = bias != null });
        }
        Return(rented);
    }
}
