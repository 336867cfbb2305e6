using CourseKit.Numerics;

namespace CourseKit.Data.StandIns;

/// <summary>Handwriting in place of MNIST: the real UCI digits, enlarged to 28×28, slanted, stretched, thickened and distorted.</summary>
internal static class MnistStandIn
{
    /// <summary>Of six originals in a row the last one is for the test part, the others for training: no original is in both.</summary>
    private const int Cycle = 6;

    private const int Size = 28;
    private const int Fine = 32;

    /// <summary>The digits fill 20 of 28 pixels, as in MNIST.</summary>
    private const double Box = 20.0 / Size;

    private static readonly WarpAmount Amount = new(Slant: 0.3, Turn: 0.06, Stretch: 0.12, Elastic: 0.05);

    private static readonly Lazy<(float[][] Images, int[] Labels)> Originals = new(ReadOriginals);

    public static int Make(MersenneTwister random, bool test, Span<byte> image)
    {
        var (images, labels) = Originals.Value;
        var original = OriginalOf(random, test);
        var warp = new Warp(random, Amount);
        var (threshold, gain) = (random.Uniform(0.3, 0.55), random.Uniform(2.5, 4.5));
        var (right, down) = (random.Uniform(-0.03, 0.03), random.Uniform(-0.03, 0.03));
        for (var i = 0; i < image.Length; i++)
        {
            var (x, y) = warp.Source((i % Size - 13.5) / 14 - right, (i / Size - 13.5) / 14 - down);
            var ink = Sample(images[original], x / Box, y / Box);
            image[i] = (byte)(255 * Math.Clamp((ink - threshold) * gain + 0.5, 0, 1) + 0.5);
        }
        return labels[original];
    }

    internal static int OriginalOf(MersenneTwister random, bool test)
    {
        var cycle = (int)random.RandInt(0, Originals.Value.Images.Length / Cycle);
        return cycle * Cycle + (test ? Cycle - 1 : (int)random.RandInt(0, Cycle - 1));
    }

    /// <summary>The ink 0..1 at a point of −1 … 1 across an original, between its four nearest fine pixels.</summary>
    private static double Sample(float[] fine, double x, double y)
    {
        var (column, row) = ((x + 1) * Fine / 2 - 0.5, (y + 1) * Fine / 2 - 0.5);
        if (column < 0 || row < 0 || column >= Fine - 1 || row >= Fine - 1)
            return 0;
        var place = (int)row * Fine + (int)column;
        var (s, t) = (column - (int)column, row - (int)row);
        return (1 - t) * ((1 - s) * fine[place] + s * fine[place + 1]) + t * ((1 - s) * fine[place + Fine] + s * fine[place + Fine + 1]);
    }

    private static (float[][] Images, int[] Labels) ReadOriginals()
    {
        var digits = Digits.Load();
        return ([.. Enumerable.Range(0, digits.Count).Select(i => Enlarge(digits.Row(i)))], digits.Y);
    }

    /// <summary>8×8 to 32×32, first along the rows, then along the columns.</summary>
    private static float[] Enlarge(ReadOnlySpan<byte> original)
    {
        const int Coarse = 8;
        var (wide, fine) = (new double[Coarse * Fine], new float[Fine * Fine]);
        for (var row = 0; row < Coarse; row++)
            for (var column = 0; column < Fine; column++)
                for (var k = 0; k < 4; k++)
                    if (Weight(column, k, out var source) is var weight && source is >= 0 and < Coarse)
                        wide[row * Fine + column] += weight * original[row * Coarse + source];
        for (var row = 0; row < Fine; row++)
            for (var column = 0; column < Fine; column++)
                for (var k = 0; k < 4; k++)
                    if (Weight(row, k, out var source) is var weight && source is >= 0 and < Coarse)
                        fine[row * Fine + column] += (float)(weight * wide[source * Fine + column] / 16);
        return fine;
    }

    /// <summary>Catmull and Rom's cubic: the k-th of four weights for a fine place, and the coarse place that it belongs to.</summary>
    private static double Weight(int place, int k, out int source)
    {
        var position = (place + 0.5) / 4 - 0.5;
        var first = (int)Math.Floor(position);
        source = first - 1 + k;
        var t = Math.Abs(position - source);
        return t < 1 ? 1 - 2.5 * t * t + 1.5 * t * t * t : 2 - 4 * t + 2.5 * t * t - 0.5 * t * t * t;
    }
}
