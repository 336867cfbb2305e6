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
