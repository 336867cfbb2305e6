using CourseKit.Numerics;

namespace CourseKit.Data;

/// <summary>Two interleaved half circles: scikit-learn's <c>make_moons</c> with a <c>random_state</c>, number for number.</summary>
public static class Moons
{
    /// <summary>Makes the points.</summary>
    /// <param name="count">Number of points; an odd one goes to class 1. Range ≥ 2, default 100.</param>
    /// <param name="noise">Standard deviation of the normal noise on both coordinates. Range ≥ 0, default 0.</param>
    /// <param name="seed">scikit-learn's <c>random_state</c>, 0..2³²−1.</param>
    /// <exception cref="ArgumentException">There are fewer than two points, or the noise is negative.</exception>
    public static TabularDataset Make(int count = 100, double noise = 0, long seed = 0)
    {
        if (count < 2 || !(noise >= 0))
            throw new ArgumentException(FormattableString.Invariant(
                $"Moons.Make: two points or more and a noise of at least 0 are required; received {count} and {noise}."));
        var random = new MersenneTwister(seed);
        var order = random.Permutation(count);
        var outer = count / 2;
        var (x, y) = (new double[count, 2], new int[count]);
        for (var i = 0; i < count; i++)
        {
            var (place, length) = order[i] < outer ? (order[i], outer) : (order[i] - outer, count - outer);
            var angle = place == 0 ? 0 : place == length - 1 ? Math.PI : place * (Math.PI / (length - 1));
            (x[i, 0], x[i, 1], y[i]) = order[i] < outer
                ? (Math.Cos(angle), Math.Sin(angle), 0)
                : (1 - Math.Cos(angle), 1 - Math.Sin(angle) - 0.5, 1);
        }
        if (noise > 0)
            for (var i = 0; i < count; i++)
                (x[i, 0], x[i, 1]) = (x[i, 0] + noise * random.Randn(), x[i, 1] + noise * random.Randn());
        return new TabularDataset(new DatasetInfo("Moons", ["upper", "lower"]), x, y);
    }
}
