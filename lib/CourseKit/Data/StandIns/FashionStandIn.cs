using CourseKit.Numerics;

namespace CourseKit.Data.StandIns;

/// <summary>Ten garments in place of Fashion-MNIST: silhouettes with a texture.</summary>
/// <remarks>
/// The labels are never wrong. Shirt, T-shirt, pullover and coat are hard to tell apart because their sleeves, lengths and openings
/// overlap, as those of real ones do.
/// </remarks>
internal static class FashionStandIn
{
    private const int Size = 28;
    private const int Classes = 10;

    public static int Make(MersenneTwister random, bool test, Span<byte> image)
    {
        var label = (int)random.RandInt(0, Classes);
        var canvas = new Canvas(Size);
        new Garment(random, canvas).Paint(label);
        var (stripes, grain) = (random.Uniform(-0.3, 0.6), random.Uniform(0.05, 0.5));
        var (across, down, phase) = (random.Uniform(0, 0.5), random.Uniform(0, 0.5), random.NextDouble());
        for (var i = 0; i < image.Length; i++)
        {
            var wave = Triangle(i % Size * across + i / Size * down + phase);
            var texture = 1 - Math.Max(0, stripes) * wave - grain * random.NextDouble();
            image[i] = (byte)(255 * Math.Clamp(canvas.Ink[i] * texture, 0, 1) + 0.5);
        }
        return label;
    }

    /// <summary>0 … 1 … 0 with period 1.</summary>
    private static double Triangle(double x) => 1 - Math.Abs(2 * (x - Math.Floor(x)) - 1);
}
