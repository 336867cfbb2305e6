using CourseKit.Autograd;
using CourseKit.Nn.Losses;
using CourseKit.Nn.Training;
using static CourseKit.Autograd.Functions;

namespace CourseKit.Tests.Autograd;

public sealed class LossTests
{
    private static readonly Tensor Scores = Tensor.From(new double[,] { { 1, 2, 4 }, { 0, -1, 0.5 } });
    private static readonly int[] Labels = [2, 0];
    private static readonly Tensor OneHot = Tensor.OneHot(Labels, 3, DType.Float64);

    [Fact]
    public void Four_ways_to_the_cross_entropy_agree()
    {
        var expected = CrossEntropy(Scores, Labels).Item();

        Assert.Equal(expected, CrossEntropy(Scores, OneHot).Item(), 1e-15);
        Assert.Equal(expected, NegativeLogLikelihood(LogSoftmax(Scores), Labels).Item(), 1e-15);
        Assert.Equal(expected, CategoricalCrossEntropy(Softmax(Scores).Detach(), OneHot).Item(), 1e-15);
        Assert.Equal(expected, CategoricalCrossEntropy(Softmax(Scores).Detach() * 3, Labels).Item(), 1e-15);
    }

    [Fact]
    public void Smoothed_targets_are_mixed_with_equal_shares()
    {
        // a = 0.3, k = 3: one-hot (0, 0, 1) counts as (0.1, 0.1, 0.8).
        var mixed = Tensor.From(new double[,] { { 0.1, 0.1, 0.8 }, { 0.8, 0.1, 0.1 } });
        var expected = CrossEntropy(Scores, mixed).Item();

        Assert.Equal(expected, CrossEntropy(Scores, OneHot, 0.3).Item(), 1e-15);
        Assert.Equal(expected, new CrossEntropyLoss(labelSmoothing: 0.3).Of(Scores, new Samples(Scores, Labels)).Item(), 1e-15);
        Assert.Equal(expected, CategoricalCrossEntropy(Softmax(Scores).Detach(), OneHot, 0, 0.3).Item(), 1e-15);
        Assert.Equal(
            expected, new CategoricalCrossEntropyLoss(0, 0.3).Of(Softmax(Scores), new Samples(Scores, Labels)).Item(), 1e-15);
    }

    [Fact]
    public void Loss_of_a_softmax_or_a_sigmoid_begins_at_the_scores_and_keeps_what_rounding_would_take()
    {
        var scores = Tensor.From(new double[,] { { 1000, 0 } });

        Assert.Equal(1000, CategoricalCrossEntropy(Softmax(scores), new[] { 1 }).Item());
        Assert.Equal(-Math.Log(1e-7), CategoricalCrossEntropy(Softmax(scores).Detach(), new[] { 1 }).Item(), 1e-12);
        Assert.Equal(800, BinaryCrossEntropy(Sigmoid(Tensor.From([-800.0])), Tensor.From([1.0])).Item());
    }

    [Fact]
    public void Loss_of_a_softmax_gives_the_same_under_NoGrad()
    {
        using var _ = NoGrad.Open();

        Assert.Equal(1000, CategoricalCrossEntropy(Softmax(Tensor.From(new double[,] { { 1000, 0 } })), new[] { 1 }).Item());
    }

    [Fact]
    public void Regression_losses_by_hand()
    {
        // Errors −1, 0, 3.
        Tensor y = Tensor.From([1.0, 2, 5]), t = Tensor.From([2.0, 2, 2]);

        Assert.Equal(10.0 / 3, MeanSquaredError(y, t).Item(), 1e-15);
        Assert.Equal(4.0 / 3, MeanAbsoluteError(y, t).Item(), 1e-15);
        Assert.Equal((0.5 + 0 + 2.5) / 3, Huber(y, t).Item(), 1e-15);
        Assert.Equal((0.5 + 0 + 4) / 3, Huber(y, t, 2).Item(), 1e-15);
    }

    [Fact]
    public void Hinge_costs_nothing_beyond_the_margin()
    {
        var loss = Hinge(Tensor.From([2.0, 0.25, -0.5]), Tensor.From([1.0, 1, 1]));

        Assert.Equal((0 + 0.75 + 1.5) / 3, loss.Item(), 1e-15);
    }

    [Fact]
    public void Binary_cross_entropy_of_probabilities_is_clipped_where_asked()
    {
        Tensor p = Tensor.From([0.25, 0, 1]), t = Tensor.From([1.0, 1, 1]);

        Assert.Equal((-Math.Log(0.25) - Math.Log(1e-7) - Math.Log(1 - 1e-7)) / 3, BinaryCrossEntropy(p, t, 1e-7).Item(), 1e-14);
        Assert.Equal(double.PositiveInfinity, BinaryCrossEntropy(p, t).Item());
    }

    [Fact]
    public void Loss_objects_compute_what_the_functions_do()
    {
        Tensor y = Tensor.From([0.2, 0.9], [2, 1]), t = Tensor.From([1.0, 0.5], [2, 1]);
        var batch = new Samples(y, t);

        Assert.Equal(MeanAbsoluteError(y, t).Item(), new MeanAbsoluteErrorLoss().Of(y, batch).Item());
        Assert.Equal(Huber(y, t, 0.5).Item(), new HuberLoss(0.5).Of(y, batch).Item());
        Assert.Equal(Hinge(y, t).Item(), new HingeLoss().Of(y, batch).Item());
        Assert.Equal(BinaryCrossEntropy(y, t, 1e-7).Item(), new ProbabilityBinaryCrossEntropyLoss().Of(y, batch).Item());
        Assert.Equal(CrossEntropy(Scores, OneHot).Item(), new CrossEntropyLoss().Of(Scores, new Samples(Scores, OneHot)).Item());
        Assert.Equal(
            NegativeLogLikelihood(Scores, Labels).Item(), new NegativeLogLikelihoodLoss().Of(Scores, new Samples(Scores, Labels)).Item());
        Assert.Equal(
            CategoricalCrossEntropy(Softmax(Scores), Labels).Item(),
            new CategoricalCrossEntropyLoss().Of(Softmax(Scores), new Samples(Scores, Labels)).Item());
    }
}
