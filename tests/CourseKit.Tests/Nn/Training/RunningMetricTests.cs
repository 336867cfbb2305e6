using CourseKit.Autograd;
using CourseKit.Nn.Losses;
using CourseKit.Nn.Training;

namespace CourseKit.Tests.Nn.Training;

public sealed class RunningMetricTests
{
    /// <summary>Four rows of three scores; the largest are in columns 0, 1, 2 and (tied with 1) 0.</summary>
    private static readonly Tensor Scores = new double[,] { { 3, 2, 1 }, { 0, 5, 1 }, { 1, 2, 3 }, { 4, 4, 0 } };

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Accuracy_is_the_share_of_rows_whose_largest_score_is_the_labels(DType precision)
    {
        // Right, right, wrong, and of the tied ones the second: wrong.
        var metric = new RunningAccuracy();

        metric.Add(Scores.To(precision), Labelled([0, 1, 0, 1]));

        Assert.Equal(0.5, metric.Value);
    }

    [Fact]
    public void Accuracy_goes_on_over_batches_until_it_is_reset()
    {
        var metric = new RunningAccuracy();
        metric.Add(Scores, Labelled([0, 1, 2, 0]));
        metric.Add(Scores[..1], new Samples(Tensor.Zeros([1, 1]), new[] { 2 }));

        Assert.Equal(0.8, metric.Value);
        metric.Reset();
        Assert.Equal(0, metric.Value);
    }

    [Fact]
    public void Accuracy_reads_one_hot_rows_as_labels()
    {
        var metric = new RunningAccuracy();

        metric.Add(Scores, new Samples(Tensor.Zeros([4, 1]), new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 1, 0, 0 }, { 0, 1, 0 } }));

        Assert.Equal(0.5, metric.Value);
    }

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 0.75)]
    [InlineData(3, 1)]
    public void Top_k_accuracy_asks_for_the_label_among_the_largest(int top, double expected)
    {
        var metric = new RunningAccuracy(top);

        metric.Add(Scores, Labelled([0, 1, 0, 1]));

        Assert.Equal(expected, metric.Value);
    }

    [Fact]
    public void A_row_of_NaN_is_never_right()
    {
        var metric = new RunningAccuracy();

        metric.Add(Tensor.Full([1, 3], double.NaN), new Samples(Tensor.Zeros([1, 1]), new[] { 0 }));

        Assert.Equal(0, metric.Value);
    }

    [Fact]
    public void Yes_or_no_answers_are_counted_beside_a_threshold()
    {
        // yes, yes, no, no, yes against 1, 0, 1, 0, 1: TP 2, FP 1, FN 1, TN 1
        var output = Tensor.From([0.9, 0.6, 0.4, 0.5, 0.7], [5, 1]);
        var batch = new Samples(Tensor.Zeros([5, 1]), Tensor.From([1.0, 0, 1, 0, 1], [5, 1]));

        Assert.Equal(0.6, ValueOf(new RunningBinaryAccuracy(), output, batch), 1e-15);
        Assert.Equal(2 / 3.0, ValueOf(new RunningPrecision(), output, batch), 1e-15);
        Assert.Equal(2 / 3.0, ValueOf(new RunningRecall(), output, batch), 1e-15);
        Assert.Equal(1, ValueOf(new RunningPrecision(0.65), output, batch));
        Assert.Equal(1 / 3.0, ValueOf(new RunningRecall(0.7), output, batch), 1e-15);
    }

    [Fact]
    public void Labels_are_yes_in_their_own_column()
    {
        // Thresholded: row 0 says class 0 (right), row 1 says nothing (class 1).
        Tensor output = new double[,] { { 0.8, 0.1, 0.1 }, { 0.4, 0.3, 0.3 } };
        var batch = new Samples(Tensor.Zeros([2, 1]), new[] { 0, 1 });

        Assert.Equal(1, ValueOf(new RunningPrecision(), output, batch));
        Assert.Equal(0.5, ValueOf(new RunningRecall(), output, batch));
    }

    [Fact]
    public void Nothing_predicted_has_the_precision_zero()
    {
        var batch = new Samples(Tensor.Zeros([1, 1]), Tensor.From([1.0], [1, 1]));

        Assert.Equal(0, ValueOf(new RunningPrecision(), Tensor.From([0.1], [1, 1]), batch));
    }

    [Fact]
    public void Area_under_the_curve_of_the_textbook_is_three_quarters()
    {
        // Keras's own example: y = 0, 0, 1, 1 and p = 0, 0.5, 0.3, 0.9. Of the four pairs three are in order.
        var output = Tensor.From([0, 0.5, 0.3, 0.9], [4, 1]);
        var batch = new Samples(Tensor.Zeros([4, 1]), Tensor.From([0.0, 0, 1, 1], [4, 1]));

        Assert.Equal(0.75, ValueOf(new RunningAuc(), output, batch), 1e-12);

        // With thresholds −ε, ½, 1 + ε the three of 0, 0.5 and 0.3 cannot be told apart: (0, 0) – (0, ½) – (1, 1).
        Assert.Equal(0.75, ValueOf(new RunningAuc(3), output, batch), 1e-12);
    }

    [Fact]
    public void Area_approaches_the_share_of_pairs_in_order()
    {
        var random = new Random(5);
        var p = Enumerable.Range(0, 400).Select(_ => random.NextDouble()).ToArray();
        var y = p.Select(value => random.NextDouble() < value ? 1.0 : 0).ToArray();
        var pairs = from a in Enumerable.Range(0, 400) from b in Enumerable.Range(0, 400) where y[a] > y[b] select p[a] > p[b] ? 1.0 : 0;

        var area = ValueOf(new RunningAuc(), Tensor.From(p, [400, 1]), new Samples(Tensor.Zeros([400, 1]), Tensor.From(y, [400, 1])));

        Assert.Equal(pairs.Average(), area, 2e-3);
    }

    [Fact]
    public void A_loss_can_be_measured_without_being_trained_by()
    {
        var metric = new RunningLoss(new SquaredErrorLoss());
        var y = Tensor.From([1.0, 3], [2, 1]).RequireGrad();

        metric.Add(y * 1, new Samples(Tensor.Zeros([2, 1]), Tensor.From([0.0, 0], [2, 1])));
        metric.Add(y[..1], new Samples(Tensor.Zeros([1, 1]), Tensor.From([3.0], [1, 1])));

        Assert.Equal((1 + 9 + 4) / 3.0, metric.Value, 1e-15);
        Assert.Null(y.Grad);
    }

    private static double ValueOf(RunningMetric metric, Tensor output, Samples batch)
    {
        metric.Add(output, batch);
        return metric.Value;
    }

    private static Samples Labelled(int[] labels) => new(Tensor.Zeros([4, 1]), labels);
}
