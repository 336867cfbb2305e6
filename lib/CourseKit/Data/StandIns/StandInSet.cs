using CourseKit.Numerics;

namespace CourseKit.Data.StandIns;

/// <summary>Draws one image of 28×28 pixels and returns its label.</summary>
/// <param name="random">The image's own random numbers: the same image comes out wherever and on however many threads it is drawn.</param>
/// <param name="test">Whether it belongs to the test part.</param>
/// <param name="image">The pixels, all 0.</param>
internal delegate int DrawImage(MersenneTwister random, bool test, Span<byte> image);

/// <summary>Runs a drawing function 12 000 + 2000 times.</summary>
internal static class StandInSet
{
    public const int TrainCount = 12_000;
    public const int TestCount = 2_000;

    public static readonly ImageShape Shape = new(28, 28);

    private const uint Seed = 20;

    /// <summary>Makes one part of a stand-in; image i depends on the part and i alone.</summary>
    public static ImageDataset Make(DatasetInfo info, DrawImage draw, bool test)
    {
        var (pixels, labels) = (new byte[(test ? TestCount : TrainCount) * Shape.Size], new int[test ? TestCount : TrainCount]);
        Parallel.For(0, labels.Length, i =>
        {
            var random = new MersenneTwister([Seed, test ? 1u : 0u, (uint)i]);
            labels[i] = draw(random, test, pixels.AsSpan(i * Shape.Size, Shape.Size));
        });
        return new ImageDataset(info, Shape, pixels, labels);
    }
}
