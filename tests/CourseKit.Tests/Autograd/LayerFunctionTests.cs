using CourseKit.Autograd;
using CourseKit.Numerics;
using static CourseKit.Autograd.Functions;

namespace CourseKit.Tests.Autograd;

public sealed class LayerFunctionTests
{
    private static readonly Tensor Square = Tensor.From([1f, 2, 3, 4, 5, 6, 7, 8, 9], [1, 1, 3, 3]);

    [Fact]
    public void Convolution_of_two_channels_adds_them_and_the_bias()
    {
        // Channel 0 times 1 at the window's top left, channel 1 times 10 at its bottom right.
        var x = Tensor.From([1.0, 2, 3, 4, 5, 6, 7, 8], [1, 2, 2, 2]);
        var weight = Tensor.From([1.0, 0, 0, 0, 0, 0, 0, 10], [1, 2, 2, 2]);

        var y = Conv2d(x, weight, Tensor.From([0.5]), stride: 1, padding: 1);

        Assert.Equal("(1, 1, 3, 3)", y.Shape.ToString());
        Assert.Equal([50.5, 60.5, 0.5, 70.5, 81.5, 2.5, 0.5, 3.5, 4.5], y.ToDoubles());
    }

    [Fact]
    public void Max_pool_takes_the_largest_and_never_the_padding()
    {
        Assert.Equal([5, 6, 8, 9], MaxPool2d(Square, 2, stride: 1).ToDoubles());
        Assert.Equal([5], MaxPool2d(Square, 2).ToDoubles());
        Assert.Equal([-1, -2, -4, -5], MaxPool2d(-Square, 2, stride: 2, padding: 1).ToDoubles());
    }

    [Fact]
    public void Max_pool_passes_NaN_on_and_gives_the_gradient_to_the_first_of_equals()
    {
        var x = Tensor.From([3f, 3, 1, float.NaN], [1, 1, 1, 4]).RequireGrad();

        var y = MaxPool2d(x, (1, 2), new Sliding(1, 2));
        y.Sum().Backward();

        Assert.Equal([3, double.NaN], y.ToDoubles());
        Assert.Equal([1, 0, 0, 1], x.Grad!.ToDoubles());
    }

    [Fact]
    public void Average_pool_counts_the_padding_as_PyTorch_or_leaves_it_out_as_Keras()
    {
        // Windows at the corners: one value of four; at the edges: two of four.
        var sliding = Sliding.Of(2, 1);

        Assert.Equal([0.25, 1.25, 2.75, 7], AvgPool2d(Square, (2, 2), sliding).ToDoubles());
        Assert.Equal([1, 2.5, 5.5, 7], AvgPool2d(Square, (2, 2), sliding, countPadding: false).ToDoubles());
    }

    [Fact]
    public void Batch_norm_in_training_uses_this_batch_and_remembers_some_of_it()
    {
        // Channel 0: 1, 3, 5, 7; mean 4, Σ(x − 4)² = 20, variance 5, of the population 20/3. Channel 1 is constant.
        var x = Tensor.From([1.0, 3, 2, 2, 5, 7, 2, 2], [2, 2, 1, 2]);
        var running = new BatchStatistics(2, DType.Float64) { Epsilon = 0.2 };

        var y = BatchNorm(x, Tensor.From([10.0, 10]), Tensor.From([1.0, 1]), running, training: true);

        var unit = 10 / Math.Sqrt(5.2);
        foreach (var (expected, actual) in new[] { 1 - (3 * unit), 1 - unit, 1, 1, 1 + unit, 1 + (3 * unit), 1, 1 }.Zip(y.ToDoubles()))
            Assert.Equal(expected, actual, 1e-13);
        Assert.Equal(0.4, running.Mean[0], 1e-15);
        Assert.Equal(0.9 + (0.1 * 20 / 3), running.Variance[0], 1e-15);
        Assert.Equal(0.2, running.Mean[1], 1e-15);
        Assert.Equal(0.9, running.Variance[1], 1e-15);
    }

    [Fact]
    public void Batch_norm_of_Keras_keeps_the_variance_of_the_sample()
    {
        var running = new BatchStatistics(1, DType.Float64) { Momentum = 0.01, Unbiased = false };

        BatchNorm(Tensor.From([1.0, 3, 5, 7], [4, 1]), null, null, running, training: true);

        Assert.Equal(0.99 + (0.01 * 5), running.Variance[0], 1e-15);
    }

    [Fact]
    public void Batch_norm_in_evaluation_uses_what_it_remembers()
    {
        var running = new BatchStatistics(1) { Epsilon = 0 };
        running.Mean.CopyFrom(Tensor.From([2f]));
        running.Variance.CopyFrom(Tensor.From([4f]));

        var y = BatchNorm(Tensor.From([2f, 4, 8], [3, 1]), null, null, running, training: false);

        Assert.Equal([0, 1, 3], y.ToDoubles());
        Assert.Equal(2, running.Mean[0]);
    }

    [Fact]
    public void Dropout_drops_what_the_draws_say_and_scales_the_rest()
    {
        var draws = new Queue<double>([0.1, 0.25, 0.9, 0.2]);

        var y = Dropout(Tensor.From([3f, 3, 3, 3]), 0.25, draws.Dequeue);

        Assert.Equal([0, 4, 4, 0], y.ToDoubles());
        Assert.Equal([0, 0], Dropout(Tensor.Ones([2]), 1, () => 0.999).ToDoubles());
        Assert.Equal([1, 1], Dropout(Tensor.Ones([2]), 0, () => 0).ToDoubles());
    }

    /// <summary>Python 3.11: <c>x*0.5*(1+math.erf(x/math.sqrt(2)))</c>, <c>x/(1+math.exp(-x))</c>, <c>math.log1p(math.exp(x))</c>.</summary>
    [Theory]
    [InlineData(-3, -0.00404969409489031, -0.14227761953270035, 0.04858735157374206)]
    [InlineData(-0.5, -0.15426876936299344, -0.1887703343990727, 0.4740769841801067)]
    [InlineData(0, 0, 0, 0.6931471805599453)]
    [InlineData(1, 0.8413447460685429, 0.7310585786300049, 1.3132616875182228)]
    [InlineData(3, 2.99595030590511, 2.8577223804672998, 3.048587351573742)]
    public void Smooth_activations_have_the_values_of_their_formulas(double x, double gelu, double silu, double softplus)
    {
        var input = Tensor.From([x]);

        Assert.Equal(gelu, GELU(input).Item(), 1e-15);
        Assert.Equal(silu, SiLU(input).Item(), 1e-15);
        Assert.Equal(softplus, Softplus(input).Item(), 1e-15);
    }

    [Fact]
    public void Softplus_of_huge_numbers_neither_overflows_nor_vanishes()
    {
        Assert.Equal([0, Math.Exp(-700), 1000], Softplus(Tensor.From([-1000.0, -700, 1000])).ToDoubles());
    }

    [Fact]
    public void Leaky_activations_let_some_of_the_negative_through()
    {
        var x = Tensor.From([-2.0, 0, 3]);

        Assert.Equal([-0.02, 0, 3], LeakyReLU(x).ToDoubles());
        Assert.Equal([Math.Exp(-2) - 1, 0, 3], ELU(x).ToDoubles());
    }

    [Fact]
    public void Softmax_along_the_rows_is_that_of_the_transposed_matrix()
    {
        var x = Tensor.From(new double[,] { { 1, -2 }, { 1000, 3 }, { 2, 3 } });

        var p = Softmax(x, 0);

        Assert.Equal([0, 1, 0], new[] { p[0, 0], p[1, 0], p[2, 0] });
        Assert.Equal(Softmax(Tensor.From(new double[,] { { -2, 3, 3 } })).ToDoubles(), new[] { p[0, 1], p[1, 1], p[2, 1] });
    }

    [Fact]
    public void Log_softmax_is_exact_where_softmax_rounds_to_nothing()
    {
        Assert.Equal([-1000, 0], LogSoftmax(Tensor.From(new double[,] { { 0, 1000 } })).ToDoubles());
        Assert.Equal(-Math.Log(4), LogSoftmax(Tensor.Zeros([4], DType.Float64))[2], 1e-15);
    }
}
