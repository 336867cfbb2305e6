using CourseKit.Numerics;

namespace CourseKit.Data;

/// <summary>Round clouds around random centres: scikit-learn's <c>make_blobs</c> with a <c>random_state</c>, number for number.</summary>
public static class Blobs
{
    private const double Box = 10;

    /// <summary>Makes the points.</summary>
    /// <param name="count">Points, one or more for each cloud; what does not divide evenly goes to the first clouds. Default 100.</param>
    /// <param name="centers">Number of clouds, which is the number of classes. Range ≥ 1, default 3.</param>
    /// <param name="features">Number of coordinates d. Range ≥ 1, default 2.</param>
    /// <param name="std">Standard deviation of each cloud. Range &gt; 0, default 1; the centres lie in −10 … 10.</param>
    /// <param name="seed">scikit-learn's <c>random_state</c>, 0..2³²−1.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public static TabularDataset Make(int count = 100, int centers = 3, int features = 2, double std = 1, long seed = 0)
    {
        if (centers < 1 || count < centers || features < 1 || !(std > 0))
            throw new ArgumentException(FormattableString.Invariant(
                $"Blobs.Make: count ≥ centers ≥ 1, features ≥ 1, std > 0 are required; received {count}, {centers}, {features}, {std}."));
        var random = new MersenneTwister(seed);
        var middle = new double[centers * features];
        random.Fill(middle, -Box, Box);
        var (x, y) = (new double[count, features], new int[count]);
        for (int label = 0, row = 0; label < centers; label++)
            for (var end = row + count / centers + (label < count % centers ? 1 : 0); row < end; row++)
            {
                y[row] = label;
                for (var column = 0; column < features; column++)
                    x[row, column] = middle[label * features + column] + std * random.Randn();
            }
        string[] names = [.. Enumerable.Range(0, centers).Select(label => label.ToString(CultureInfo.InvariantCulture))];
        return new TabularDataset(new DatasetInfo("Blobs", names), x, y).Take(random.Permutation(count));
    }
}
