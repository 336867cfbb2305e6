namespace CourseKit.Plotting;

/// <summary>
/// What happens as the threshold of a score falls from above the highest to below the lowest: how many are found, how many wrongly.
/// </summary>
internal sealed class RankingCurve
{
    private readonly List<(int True, int False)> _counts = [(0, 0)];

    /// <summary>Counts at every threshold; equal scores fall together.</summary>
    /// <param name="scores">The higher, the more likely positive.</param>
    /// <param name="positives">Whether each is positive in truth.</param>
    public RankingCurve(IReadOnlyList<double> scores, IReadOnlyList<bool> positives)
    {
        var order = Enumerable.Range(0, scores.Count).OrderByDescending(i => scores[i]).ToArray();
        var (hits, alarms) = (0, 0);
        for (var i = 0; i < order.Length; i++)
        {
            _ = positives[order[i]] ? hits++ : alarms++;
            if (i + 1 == order.Length || scores[order[i + 1]] != scores[order[i]])
                _counts.Add((hits, alarms));
        }
    }

    private int Positives => _counts[^1].True;

    private int Negatives => _counts[^1].False;

    /// <summary>Share of positives.</summary>
    public double Prevalence => (double)Positives / (Positives + Negatives);

    /// <summary>False-positive rate and true-positive rate, from (0, 0) to (1, 1), without the points inside straight pieces.</summary>
    public (double[] X, double[] Y) Roc()
    {
        var kept = Enumerable.Range(0, _counts.Count).Where(IsCorner).Select(i => _counts[i]).ToArray();
        return (Array.ConvertAll(kept, count => (double)count.False / Negatives), Array.ConvertAll(kept, count =>
            (double)count.True / Positives));
    }

    /// <summary>Area under <see cref="Roc"/>: the chance that a positive has a higher score than a negative, ties counted half.</summary>
    public double Area => Enumerable.Range(1, _counts.Count - 1).Sum(i =>
        (_counts[i].False - _counts[i - 1].False) * (_counts[i].True + _counts[i - 1].True) / 2.0) / Positives / Negatives;

    /// <summary>Recall and precision in steps, recall rising.</summary>
    public (double[] X, double[] Y) PrecisionRecall()
    {
        var (x, y) = (new List<double>(), new List<double>());
        for (var i = 1; i < _counts.Count; i++)
        {
            var precision = Precision(i);
            if (_counts[i].True == _counts[i - 1].True && i < _counts.Count - 1)
                continue;
            x.AddRange([(double)_counts[i - 1].True / Positives, (double)_counts[i].True / Positives]);
            y.AddRange([precision, precision]);
        }
        return ([.. x], [.. y]);
    }

    /// <summary>Average precision, Σ (Rᵢ − Rᵢ₋₁) Pᵢ, as scikit-learn computes it.</summary>
    public double AveragePrecision => Enumerable.Range(1, _counts.Count - 1)
        .Sum(i => (_counts[i].True - _counts[i - 1].True) * Precision(i)) / Positives;

    private double Precision(int i) => (double)_counts[i].True / (_counts[i].True + _counts[i].False);

    private bool IsCorner(int i)
    {
        if (i == 0 || i == _counts.Count - 1)
            return true;
        var (before, here, after) = (_counts[i - 1], _counts[i], _counts[i + 1]);
        return (long)(here.True - before.True) * (after.False - here.False) != (long)(after.True - here.True) * (here.False - before.False);
    }
}
