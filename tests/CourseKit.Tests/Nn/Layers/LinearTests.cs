using CourseKit.Autograd;
using CourseKit.Nn.Layers;
using CourseKit.Numerics;

namespace CourseKit.Tests.Nn.Layers;

public sealed class LinearTests
{
    [Fact]
    public void Linear_computes_the_weighted_sum_and_the_function()
    {
        var layer = new Linear(new double[,] { { 1, -1 }, { 2, 0 } }, new[] { 0.5, -3 }, Nonlinearity.ReLU);

        var y = layer.Call(new double[,] { { 1, 1 }, { 0, -1 } });

        Assert.Equal([3.5, 0, 0, 0], y.ToDoubles());
        Assert.Equal((2, 2), (layer.Inputs, layer.Units));
    }

    [Fact]
    public void Without_a_bias_nothing_is_added()
    {
        var layer = new Linear(new double[,] { { 1, -1, 2 } }, bias: null, unitsFirst: true);

        Assert.Equal([4.0], layer.Call(new double[,] { { 1, 1, 2 } }).ToDoubles());
        Assert.Equal((3, 1), (layer.Inputs, layer.Units));
        Assert.Equal([layer.Weight], layer.Parameters());
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 5, 2)]
    [InlineData(32, 17, 10)]
    [InlineData(33, 784, 100)]
    [InlineData(128, 100, 10)]
    [InlineData(256, 300, 260)]
    public void The_layout_of_the_weights_does_not_show_in_a_single_bit(int rows, int inputs, int units)
    {
        foreach (var precision in new[] { DType.Float32, DType.Float64 })
        {
            var random = new MersenneTwister(1);
            Tensor x = Uniform([rows, inputs]), weight = Uniform([inputs, units]), bias = Uniform([units]), slope = Uniform([rows, units]);

            var (y, dx, dw, db) = Run(x, new Linear(weight, bias, Nonlinearity.Tanh), slope);
            var (y2, dx2, dw2, db2) = Run(x, new Linear(Transposed(weight), bias.Clone(), Nonlinearity.Tanh, unitsFirst: true), slope);

            Assert.Equal(y.ToDoubles(), y2.ToDoubles());
            Assert.Equal(dx.ToDoubles(), dx2.ToDoubles());
            Assert.Equal(dw.ToDoubles(), Transposed(dw2).ToDoubles());
            Assert.Equal(db.ToDoubles(), db2.ToDoubles());

            Tensor Uniform(Shape shape)
            {
                var values = new double[shape.Size];
                random.Fill(values, -1, 1);
                return Tensor.From(values, shape).To(precision);
            }
        }
    }

    private static (Tensor Y, Tensor Dx, Tensor Dw, Tensor Db) Run(Tensor x, Linear layer, Tensor slope)
    {
        var input = x.Clone().RequireGrad();
        var y = layer.Call(input);
        (y * slope).Sum().Backward();
        return (y, input.Grad!, layer.Weight.Grad!, layer.Bias!.Grad!);
    }

    private static Tensor Transposed(Tensor matrix)
    {
        var (from, to) = (matrix.ToMatrix(), new double[matrix.Shape[1], matrix.Shape[0]]);
        for (var i = 0; i < from.GetLength(0); i++)
            for (var j = 0; j < from.GetLength(1); j++)
                to[j, i] = from[i, j];
        return Tensor.From(to).To(matrix.DType);
    }
}
