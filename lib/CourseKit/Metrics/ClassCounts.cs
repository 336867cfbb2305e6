namespace CourseKit.Metrics;

/// <summary>What precision, recall and F1 are made of: for each class its hits, how often it was predicted and how often true.</summary>
internal sealed class ClassCounts
{
    private readonly int[] _hits;
    private readonly int[] _predicted;
    private readonly int[] _true;

    private ClassCounts(int[] hits, int[] predicted, int[] @true) => (_hits, _predicted, _true) = (hits, predicted, @true);

    public int Count => _hits.Length;

    public int Support => _true.Sum();

    /// <summary>Whether no sample at all was predicted rightly, of these classes or of others.</summary>
    public bool NothingIsRight { get; private init; }

    /// <summary>Counts in the order of <paramref name="labels"/>; other labels only occur as what these were mistaken for.</summary>
    public static ClassCounts Of<T>(IReadOnlyList<T> yTrue, IReadOnlyList<T> yPred, IReadOnlyList<T> labels) where T : notnull
    {
        var index = labels.Distinct().Select((label, i) => (label, i)).ToDictionary(pair => pair.label, pair => pair.i);
        var (hits, predicted, @true) = (new int[index.Count], new int[index.Count], new int[index.Count]);
        var nothingIsRight = true;
        for (var i = 0; i < yTrue.Count; i++)
        {
            var trueClass = index.GetValueOrDefault(yTrue[i], -1);
            var predictedClass = index.GetValueOrDefault(yPred[i], -1);
            if (trueClass >= 0)
                @true[trueClass]++;
            if (predictedClass >= 0)
                predicted[predictedClass]++;
            if (trueClass >= 0 && trueClass == predictedClass)
                hits[trueClass]++;
            nothingIsRight &= !EqualityComparer<T>.Default.Equals(yTrue[i], yPred[i]);
        }
        return new(Pick(hits), Pick(predicted), Pick(@true)) { NothingIsRight = nothingIsRight };

        int[] Pick(int[] counts) => [.. labels.Select(label => counts[index[label]])];
    }

    public double[] Precisions(ZeroDivision zero) => Divide(_hits, _predicted, zero);

    public double[] Recalls(ZeroDivision zero) => Divide(_hits, _true, zero);

    public double[] F1s(ZeroDivision zero)
    {
        var (precisions, recalls) = (Precisions(zero), Recalls(zero));
        return [.. precisions.Zip(recalls, (precision, recall) =>
            precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall))];
    }

    public ClassScore[] Scores(IReadOnlyList<string> names, ZeroDivision zero)
    {
        var (precisions, recalls, f1s) = (Precisions(zero), Recalls(zero), F1s(zero));
        return [.. names.Take(Count).Select((name, i) => new ClassScore(name, precisions[i], recalls[i], f1s[i], _true[i]))];
    }

    public ClassScore Average(Average average, ZeroDivision zero) => average switch
    {
        Metrics.Average.Micro => Summed().Scores(["micro avg"], zero)[0],
        Metrics.Average.Macro => Mean("macro avg", PairwiseMean, zero),
        Metrics.Average.Weighted when Support == 0 => Unsupported(zero),
        Metrics.Average.Weighted => Mean("weighted avg", WeightedMean, zero),
        _ => throw new ArgumentOutOfRangeException(nameof(average),
            $"Average: Micro, Macro or Weighted is required; received {(int)average}."),
    };

    /// <summary>What scikit-learn warns of while it scores these; an <paramref name="average"/> of null is class by class.</summary>
    public IEnumerable<string> Warnings(Average? average)
    {
        var counts = average == Metrics.Average.Micro ? Summed() : this;
        var where = counts.Count == 1 ? "due to" : "in labels with";
        if (counts._predicted.Contains(0))
            yield return IllDefined("Precision", where, "predicted");
        if (counts._true.Contains(0))
            yield return IllDefined("Recall", where, "true");
    }

    private static string IllDefined(string score, string where, string what) =>
        $"{score} and F-score are ill-defined and being set to 0.0 {where} no {what} samples. " +
        "Use `zeroDivision` parameter to control this behavior.";

    private ClassCounts Summed() => new([_hits.Sum()], [_predicted.Sum()], [_true.Sum()]);

    private ClassScore Mean(string name, Func<double[], double> mean, ZeroDivision zero) =>
        new(name, mean(Precisions(zero)), mean(Recalls(zero)), mean(F1s(zero)), Support);

    // No true sample at all: recall is undefined, and with no prediction either so is everything.
    private ClassScore Unsupported(ZeroDivision zero)
    {
        var undefined = zero == ZeroDivision.One ? 1.0 : 0.0;
        var others = _predicted.Sum() == 0 ? undefined : 0.0;
        return new("weighted avg", others, undefined, others, 0);
    }

    private static double PairwiseMean(double[] scores) => PairwiseSum.Mean(scores);

    private double WeightedMean(double[] scores) =>
        PairwiseSum.Of<double>([.. scores.Zip(_true, (score, support) => score * support)]) / Support;

    private static double[] Divide(int[] numerators, int[] denominators, ZeroDivision zero)
    {
        var undefined = zero == ZeroDivision.One ? 1.0 : 0.0;
        return [.. numerators.Zip(denominators, (over, under) => under == 0 ? undefined : over / (double)under)];
    }
}
