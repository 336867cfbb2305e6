using CourseKit.Numerics;

namespace CourseKit.Data;

/// <summary>The four classification sets of TensorFlow Playground, made as its page makes them; x1 and x2 in −6 … 6.</summary>
/// <remarks>
/// Class 0 is Playground's orange (−1), class 1 its blue (+1). The points come shuffled, so that <c>SplitAt(count / 2)</c> gives training
/// and test halves as on the page. Source: github.com/tensorflow/playground, src/dataset.ts. Differs from it only in the random numbers,
/// which are those of <c>numpy.random.RandomState(seed)</c>.
/// </remarks>
public static class Playground
{
    private const double Radius = 5;

    private static readonly DatasetInfo Circles = InfoOf("Circle");
    private static readonly DatasetInfo Quadrants = InfoOf("Exclusive or");
    private static readonly DatasetInfo Clouds = InfoOf("Two Gaussians");
    private static readonly DatasetInfo Spirals = InfoOf("Spiral");

    /// <summary>Class 1 within 2.5 of the centre, class 0 in a ring from 3.5 to 5.</summary>
    /// <param name="count">Number of points, even. Range ≥ 2, default 500.</param>
    /// <param name="noise">How far points are moved, in radii, before their place tells the label. Range 0 … 0.5, default 0.</param>
    /// <param name="seed">0..2³²−1.</param>
    /// <exception cref="ArgumentException">The number is odd or too small, or the noise out of range.</exception>
    public static TabularDataset Circle(int count = 500, double noise = 0, long seed = 0) =>
        Circle(new MersenneTwister(seed), count, noise);

    /// <inheritdoc cref="Circle(int, double, long)"/>
    /// <param name="random">Where the points are drawn from; what is drawn from it afterwards is what NumPy would draw.</param>
    /// <param name="count">Number of points, even. Range ≥ 2, default 500.</param>
    /// <param name="noise">How far points are moved, in radii, before their place tells the label. Range 0 … 0.5, default 0.</param>
    public static TabularDataset Circle(MersenneTwister random, int count = 500, double noise = 0) =>
        Make(Circles, (count, noise), random, i =>
        {
            var (low, high) = i < count / 2 ? (0, Radius * 0.5) : (Radius * 0.7, Radius);
            var (radius, angle) = (random.Uniform(low, high), random.Uniform(0, 2 * Math.PI));
            var (x, y) = (radius * Math.Sin(angle), radius * Math.Cos(angle));
            var (movedX, movedY) = (x + random.Uniform(-Radius, Radius) * noise, y + random.Uniform(-Radius, Radius) * noise);
            return (x, y, Math.Sqrt(movedX * movedX + movedY * movedY) < Radius * 0.5);
        });

    /// <summary>Class 1 where x1 and x2 have the same sign, class 0 elsewhere; a gap of 0.6 along the axes.</summary>
    /// <inheritdoc cref="Circle(int, double, long)"/>
    public static TabularDataset Xor(int count = 500, double noise = 0, long seed = 0) =>
        Xor(new MersenneTwister(seed), count, noise);

    /// <inheritdoc cref="Xor(int, double, long)"/>
    /// <param name="random">Where the points are drawn from; what is drawn from it afterwards is what NumPy would draw.</param>
    /// <param name="count">Number of points, even. Range ≥ 2, default 500.</param>
    /// <param name="noise">How far points are moved, in radii, before their place tells the label. Range 0 … 0.5, default 0.</param>
    public static TabularDataset Xor(MersenneTwister random, int count = 500, double noise = 0) =>
        Make(Quadrants, (count, noise), random, _ =>
        {
            var (x, y) = (Apart(random.Uniform(-Radius, Radius)), Apart(random.Uniform(-Radius, Radius)));
            var (movedX, movedY) = (x + random.Uniform(-Radius, Radius) * noise, y + random.Uniform(-Radius, Radius) * noise);
            return (x, y, movedX * movedY >= 0);
        });

    /// <summary>Class 1 around (2, 2), class 0 around (−2, −2), normal with variance 0.5 (no noise) to 4 (noise 0.5).</summary>
    /// <inheritdoc cref="Circle(int, double, long)"/>
    /// <param name="count">Number of points, even. Range ≥ 2, default 500.</param>
    /// <param name="noise">Widens both clouds. Range 0 … 0.5, default 0.</param>
    /// <param name="seed">0..2³²−1.</param>
    public static TabularDataset Gaussians(int count = 500, double noise = 0, long seed = 0) =>
        Gaussians(new MersenneTwister(seed), count, noise);

    /// <inheritdoc cref="Gaussians(int, double, long)"/>
    /// <param name="random">Where the points are drawn from; what is drawn from it afterwards is what NumPy would draw.</param>
    /// <param name="count">Number of points, even. Range ≥ 2, default 500.</param>
    /// <param name="noise">Widens both clouds. Range 0 … 0.5, default 0.</param>
    public static TabularDataset Gaussians(MersenneTwister random, int count = 500, double noise = 0) =>
        Make(Clouds, (count, noise), random, i =>
        {
            var (centre, deviation) = (i < count / 2 ? 2 : -2, Math.Sqrt(0.5 + 7 * noise));
            return (centre + deviation * random.Randn(), centre + deviation * random.Randn(), i < count / 2);
        });

    /// <summary>Two arms of 1¾ turns, half a turn apart.</summary>
    /// <inheritdoc cref="Circle(int, double, long)"/>
    /// <param name="count">Number of points, even. Range ≥ 2, default 500.</param>
    /// <param name="noise">Largest shift of each coordinate. Range 0 … 0.5, default 0.</param>
    /// <param name="seed">0..2³²−1.</param>
    public static TabularDataset Spiral(int count = 500, double noise = 0, long seed = 0) =>
        Spiral(new MersenneTwister(seed), count, noise);

    /// <inheritdoc cref="Spiral(int, double, long)"/>
    /// <param name="random">Where the points are drawn from; what is drawn from it afterwards is what NumPy would draw.</param>
    /// <param name="count">Number of points, even. Range ≥ 2, default 500.</param>
    /// <param name="noise">Largest shift of each coordinate. Range 0 … 0.5, default 0.</param>
    public static TabularDataset Spiral(MersenneTwister random, int count = 500, double noise = 0) =>
        Make(Spirals, (count, noise), random, i =>
        {
            var along = i % (count / 2) / (count / 2.0);
            var (radius, angle) = (along * Radius, 1.75 * along * 2 * Math.PI + (i < count / 2 ? 0 : Math.PI));
            var (right, up) = (random.Uniform(-1, 1) * noise, random.Uniform(-1, 1) * noise);
            return (radius * Math.Sin(angle) + right, radius * Math.Cos(angle) + up, i < count / 2);
        });

    private static double Apart(double x) => x > 0 ? x + 0.3 : x - 0.3;

    private static DatasetInfo InfoOf(string name) =>
        new($"Playground {name}", ["orange", "blue"]) { Origin = "Made by the rules of TensorFlow Playground" };

    private static TabularDataset Make(
        DatasetInfo info, (int Count, double Noise) options, MersenneTwister random, Func<int, (double X, double Y, bool Blue)> next)
    {
        ArgumentNullException.ThrowIfNull(random);
        var (count, noise) = options;
        if (count < 2 || count % 2 != 0 || !(noise is >= 0 and <= 0.5))
            throw new ArgumentException(FormattableString.Invariant(
                $"{info.Name}: an even number of points and a noise from 0 to 0.5 are required; received {count} and {noise}."));
        var (x, y) = (new double[count, 2], new int[count]);
        for (var i = 0; i < count; i++)
        {
            (x[i, 0], x[i, 1], var blue) = next(i);
            y[i] = blue ? 1 : 0;
        }
        return new TabularDataset(info, x, y).Take(random.Permutation(count));
    }
}
