using System.Numerics;

namespace CourseKit.Numerics;

/// <summary>dX += the patches of Wᵀ (patch, f) · dY (f, places), each added where it was gathered. A piece is an image.</summary>
internal sealed unsafe class ConvolutionToInput<T>(T* dy, T* weight, T* dx, ConvolutionShape shape, bool add) : ConvolutionPass<T>(shape)
    where T : unmanaged, INumberBase<T>
{
    public void Run()
    {
        if (!add)
            new Span<T>(dx, Shape.Images * Shape.ImageSize).Clear();
        RunPieces(Shape.Images);
    }

    public override void Execute(int piece)
    {
        var patch = Shape.PatchSize;
        var rented = Rent(patch * PatchStep);
        fixed (T* start = rented)
        {
            var patches = Aligned(start);
            for (var block = 0; block < Blocks; block++)
            {
                var rows = Rows(block);
                var results = dy + ((nint)piece * Shape.Filters * PlaneSize) + (rows.First * Places.Columns);
                Multiply(
                    new(weight, 1, patch), new(results, PlaneSize, 1), new(patches, PatchStep, 1),
                    new(patch, rows.Count * Places.Columns, Shape.Filters));
                Patches<T>.Scatter(patches, PatchStep, Shape, rows, dx + ((nint)piece * Shape.ImageSize));
            }
        }
        Return(rented);
    }
}
