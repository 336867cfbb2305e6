using CourseKit.Autograd;
using CourseKit.Numerics;
using static CourseKit.Autograd.Functions;

namespace CourseKit.Tests.Autograd;

public sealed class ArrangementTests
{
    /// <summary>0 … 23 as (2, 3, 4).</summary>
    private static readonly Tensor Block = Tensor.Arange(24, DType.Float64).Reshape(2, 3, 4);

    private static readonly Tensor Matrix = Tensor.From(new double[,] { { 1, 5, 3 }, { 4, 2, 6 } });

    [Fact]
    public void Numbers_in_a_row()
    {
        Assert.Equal([0, 1, 2], Tensor.Arange(3).ToDoubles());
        Assert.Equal([1, 0.5, 0, -0.5], Tensor.Arange(1, -1, -0.5).ToDoubles());
        Assert.Equal([0, 0.25, 0.5, 0.75, 1], Tensor.Linspace(0, 1, 5).ToDoubles());
        Assert.Equal([7], Tensor.Linspace(7, 8, 1).ToDoubles());
        Assert.Equal([1, 0, 0, 1], Tensor.Eye(2).ToDoubles());
        Assert.Equal([0, 0, 1, 1, 0, 0], Tensor.OneHot([2, 0], 3).ToDoubles());
        Assert.Equal("(0, 3)", Tensor.OneHot([], 3).Shape.ToString());
    }

    [Fact]
    public void Ranges_of_several_axes_cut_out_a_block()
    {
        Assert.Equal([17, 18, 21, 22], Block[1.., 1.., 1..3].ToDoubles());
        Assert.Equal([3, 7, 11, 15, 19, 23], Block[.., .., ^1..].ToDoubles());
        Assert.Equal("(1, 0, 4)", Block[..1, 2..2].Shape.ToString());
    }

    [Fact]
    public void Axes_change_places()
    {
        Assert.Equal([1, 4, 5, 2, 3, 6], Matrix.T.ToDoubles());
        Assert.Equal("(4, 2, 3)", Block.Permute(2, 0, 1).Shape.ToString());
        Assert.Equal(Block[1, 2, 3], Block.Permute(2, 0, 1)[3, 1, 2]);
        Assert.Equal(Block[1, 0, 3], Block.Transpose(0, -1)[3, 0, 1]);
        Assert.Equal("(2, 12)", Block.Flatten(1).Shape.ToString());
        Assert.Equal("(2, 1, 3)", Matrix.Unsqueeze(1).Shape.ToString());
        Assert.Equal("(2, 3)", Matrix.Unsqueeze(-1).Squeeze(-1).Shape.ToString());
    }

    [Fact]
    public void Rows_and_values_are_picked_by_index()
    {
        Assert.Equal([4, 2, 6, 1, 5, 3, 4, 2, 6], Matrix.IndexSelect(0, 1, 0, 1).ToDoubles());
        Assert.Equal([3, 6], Matrix.IndexSelect(-1, 2).ToDoubles());
        Assert.Equal([5, 6], Matrix.Gather(1, 2).ToDoubles());
    }

    [Fact]
    public void Tensors_are_joined_along_an_axis_or_a_new_one()
    {
        var row = Tensor.From([7.0, 8, 9]);

        Assert.Equal([1, 5, 3, 4, 2, 6, 7, 8, 9], Concat([Matrix, row.Unsqueeze(0)]).ToDoubles());
        Assert.Equal([1, 5, 3, 1, 4, 2, 6, 4], Concat([Matrix, Matrix[.., ..1]], 1).ToDoubles());
        Assert.Equal("(2, 3)", Stack([row, row]).Shape.ToString());
        Assert.Equal([7, 7, 8, 8, 9, 9], Stack([row, row], -1).ToDoubles());
    }

    [Fact]
    public void Largest_and_smallest_with_their_places()
    {
        Assert.Equal(6, Matrix.Max().Item());
        Assert.Equal([5, 6], Matrix.Max(1).ToDoubles());
        Assert.Equal([1, 2, 3], Matrix.Min(0).ToDoubles());
        Assert.Equal([1, 0, 1], Matrix.ArgMax(0));
        Assert.Equal([0, 1], Matrix.ArgMin(1));
        Assert.Equal([11, 23], Block.Max([1, 2]).ToDoubles());
        Assert.Equal([1], Tensor.From([1.0, double.NaN, 3]).ArgMax(0));
        Assert.Equal(double.NaN, Tensor.From([1.0, double.NaN, 3]).Min().Item());
    }

    [Fact]
    public void Variance_is_that_of_the_population_unless_told_otherwise()
    {
        // 1, 5, 3: mean 3, Σ (x − 3)² = 8; 4, 2, 6: mean 4, Σ = 8
        Assert.Equal([4, 4], Matrix.Var(1).ToDoubles());
        Assert.Equal(8.0 / 3, Matrix.Var(1, correction: 0)[0], 1e-15);
        Assert.Equal([2, 2], Matrix.Std(-1).ToDoubles());
        Assert.Equal(3.5, Matrix.Var().Item(), 1e-15);
        Assert.Equal("(1, 1)", Matrix.Var([0, 1], keepAxis: true).Shape.ToString());
        Assert.Equal([5.5, 17.5], Block.Mean([1, -1]).ToDoubles());
    }

    [Fact]
    public void Logsumexp_of_huge_and_of_hopeless_numbers()
    {
        Assert.Equal(1000 + Math.Log(2), LogSumExp(Tensor.From([1000.0, 1000])).Item(), 1e-12);
        Assert.Equal(double.NegativeInfinity, LogSumExp(Tensor.Full([2], double.NegativeInfinity, DType.Float64)).Item());
        Assert.Equal(double.PositiveInfinity, LogSumExp(Tensor.From([1, double.PositiveInfinity])).Item());
    }

    [Fact]
    public void Comparisons_give_ones_and_zeros_to_choose_by()
    {
        var x = Tensor.From([-1.0, 0, 2]).RequireGrad();

        Assert.Equal([0, 0, 1], (x > 0).ToDoubles());
        Assert.Equal([1, 1, 0], (x <= 0).ToDoubles());
        Assert.Equal([0, 1, 1], (x >= 0).ToDoubles());
        Assert.Equal([1, 0, 0], (x < Tensor.From([0.0])).ToDoubles());
        Assert.Equal([0, 1, 0], Equal(x, 0).ToDoubles());
        Assert.False((x > 0).RequiresGrad);
        Assert.Equal([-0.1, 0, 2], Where(x > 0, x, 0.1 * x).ToDoubles());
        Assert.Equal([7, 7, 2], Where(x > 0, x, 7).ToDoubles());
        Assert.Equal([-1, 0, 1], Clip(x, -5, 1).ToDoubles());
    }

    [Fact]
    public void Equal_numbers_share_the_gradient_of_their_maximum()
    {
        var (a, b) = (Tensor.From([1.0, 2]).RequireGrad(), Tensor.From([1.0, 0]).RequireGrad());

        Maximum(a, b).Sum().Backward();

        Assert.Equal([0.5, 1], a.Grad!.ToDoubles());
        Assert.Equal([0.5, 0], b.Grad!.ToDoubles());
    }

    [Fact]
    public void Html_and_lines_show_the_ends_of_long_axes()
    {
        Assert.Equal("(2, 3) float64\n[[1, 5, 3],\n [4, 2, 6]]", Matrix.ToText());
        Assert.Equal("(2, 1, 2) float64\n[[[0, 1]],\n [[12, 13]]]", Block[.., ..1, ..2].ToText());
        Approved.Check(
            string.Join('\n', Matrix.ToHtml(), Tensor.Arange(9).ToHtml(), Tensor.Scalar(2).ToHtml(), Block[..1, ..2, ..2].ToHtml()),
            "TensorHtml.txt");
    }

    [Fact]
    public void Large_tensors_give_the_same_bits_on_one_two_and_three_threads()
    {
        var expected = On(1);

        Assert.Equal(expected, On(2));
        Assert.Equal(expected, On(3));

        static float[] On(int threads)
        {
            using var limit = NumericThreads.Limit(threads);
            var x = Tensor.Arange(-2, 2, 4.0 / 120_000).Reshape(300, 400).RequireGrad();
            var w = Tensor.Linspace(-0.1, 0.1, 400 * 50).Reshape(400, 50).RequireGrad();
            var y = Linear(Tanh(x) * Sigmoid(x), w, Tensor.Zeros([50]), Nonlinearity.ReLU);
            var loss = CrossEntropy(y, new int[300]) + (ReLU(x) - x).Mean();
            loss.Backward();
            return [.. loss.ToFloats(), .. x.Grad!.ToFloats(), .. w.Grad!.ToFloats()];
        }
    }
}
