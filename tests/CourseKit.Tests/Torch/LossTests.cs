using CourseKit.Autograd;
using CourseKit.Nn.Training;
using CourseKit.Torch;

namespace CourseKit.Tests.Torch;

public sealed class LossTests
{
    [Fact]
    public void Losses_are_means_of_the_formulas_in_their_names()
    {
        Tensor two = new double[,] { { 0, 0 } }, x = new[] { 1.0, 3 }, t = new[] { 0.0, 1 };

        Assert.Equal(Math.Log(2), new CrossEntropyLoss().Call(two, new[] { 1 }).Item(), 1e-15);
        Assert.Equal(2.5, new MSELoss().Call(x, t).Item(), 1e-15);
        Assert.Equal((Math.Log(1 + Math.E) + Math.Log(1 + Math.Exp(-3))) / 2, new BCEWithLogitsLoss().Call(x, t).Item(), 1e-15);
        Assert.Equal(1.5, new L1Loss().Call(x, t).Item(), 1e-15);
        Assert.Equal((0.5 + 1.5) / 2, new HuberLoss().Call(x, t).Item(), 1e-15);
        Assert.Equal((0.5 * (1 - 0.25) + 0.5 * (2 - 0.25)) / 2, new HuberLoss(delta: 0.5).Call(x, t).Item(), 1e-15);
        Assert.Equal(-Math.Log(0.2), new NLLLoss().Call(new double[,] { { Math.Log(0.8), Math.Log(0.2) } }, new[] { 1 }).Item(), 1e-15);
        Assert.Equal(-(Math.Log(0.25) + Math.Log(0.5)) / 2, new BCELoss().Call(new[] { 0.75, 0.5 }, t).Item(), 1e-15);
    }

    [Fact]
    public void Smoothing_shares_a_part_of_the_label_among_all_classes()
    {
        Tensor scores = new double[,] { { Math.Log(0.7), Math.Log(0.2), Math.Log(0.1) } };

        var loss = new CrossEntropyLoss(labelSmoothing: 0.3).Call(scores, new[] { 0 }).Item();

        // t = (0.7 + 0.1, 0.1, 0.1)
        Assert.Equal(-(0.8 * Math.Log(0.7) + 0.1 * Math.Log(0.2) + 0.1 * Math.Log(0.1)), loss, 1e-14);
    }

    [Fact]
    public void In_a_training_loop_they_take_what_belongs_to_the_batch()
    {
        Tensor two = new double[,] { { 0, 0 } };

        Assert.Equal(Math.Log(2), new CrossEntropyLoss().Of(two, new Samples(two, new[] { 1 })).Item(), 1e-15);
        Assert.Equal(0.5, new MSELoss().Of(two, new Samples(two, new double[,] { { 0, 1 } })).Item(), 1e-15);
        Assert.Equal("MSELoss() CrossEntropyLoss()", $"{new MSELoss()} {new CrossEntropyLoss()}");
    }
}
