using CourseKit.Display;
using CourseKit.Metrics;

namespace CourseKit.Learn;

/// <summary>What <see cref="CrossValidate"/> found, fold by fold.</summary>
public sealed class CrossValidationScores : RichView
{
    internal CrossValidationScores(double[] testScores, double[]? trainScores, IReadOnlyList<string> warnings) =>
        (TestScores, TrainScores, Warnings) = (testScores, trainScores, warnings);

    /// <summary>The score on the samples left out, (folds).</summary>
    public double[] TestScores { get; }

    /// <summary>The score on the samples learned from, (folds); null if it was not asked for.</summary>
    public double[]? TrainScores { get; }

    /// <summary>What the folds warn of; mostly empty.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Mean of <see cref="TestScores"/>.</summary>
    public double Mean => PairwiseSum.Mean(TestScores);

    /// <summary>Standard deviation of <see cref="TestScores"/>, divided by k and not by k − 1, as NumPy does.</summary>
    public double StandardDeviation
    {
        get
        {
            var mean = Mean;
            return Math.Sqrt(PairwiseSum.Mean([.. TestScores.Select(score => (score - mean) * (score - mean))]));
        }
    }

    /// <inheritdoc/>
    public override string ToHtml() => ToTable().ToHtml();

    /// <inheritdoc/>
    public override string ToText() => ToTable().ToText();

    /// <inheritdoc/>
    public override string ToString() => $"CrossValidationScores: {Summary}";

    private string Summary => string.Create(CultureInfo.InvariantCulture,
        $"{TestScores.Length} folds, mean {Mean:0.####} ± {StandardDeviation:0.####}");

    private Table ToTable()
    {
        var table = new Table(TrainScores is null ? ["fold", "test"] : ["fold", "test", "train"]) { Title = Summary };
        for (var i = 0; i < TestScores.Length; i++)
            table.Add(TrainScores is null ? [i + 1, TestScores[i]] : [i + 1, TestScores[i], TrainScores[i]]);
        return (TrainScores is null ? table : table.Format("train", "0.0000")).Format("test", "0.0000");
    }
}
