using CourseKit.Autograd;
using static CourseKit.Autograd.Functions;

namespace CourseKit.Tests.Autograd;

public sealed class TensorTests
{
    [Fact]
    public void Gradient_of_a_sum_of_squares_is_twice_the_values()
    {
        var w = Tensor.From([2.0, -1.0]).RequireGrad();

        (w * w).Sum().Backward();

        Assert.Equal([4, -2], w.Grad!.ToDoubles());
    }

    [Fact]
    public void Gradients_of_several_backward_calls_add_up_until_they_are_zeroed()
    {
        var w = Tensor.From([3.0]).RequireGrad();

        (2 * w).Sum().Backward();
        (w * w).Sum().Backward();
        Assert.Equal([8], w.Grad!.ToDoubles());

        w.ZeroGrad();
        Assert.Null(w.Grad);
        w.Backward();
        w.Backward();
        Assert.Equal([2], w.Grad!.ToDoubles());

        w.ZeroGrad();
        (5 * w).Sum().Backward();
        Assert.Equal([5], w.Grad!.ToDoubles());
    }

    [Fact]
    public void Value_used_by_two_branches_receives_both_gradients()
    {
        // y = x², z = y + y·x: dz/dx = 2x + 3x² = 4 + 12 at x = 2
        var x = Tensor.From([2.0]).RequireGrad();
        var y = x * x;

        (y + (y * x)).Sum().Backward();

        Assert.Equal([16], x.Grad!.ToDoubles());
    }

    [Fact]
    public void Graph_of_100_000_nodes_does_not_overflow_the_stack()
    {
        var x = Tensor.From([1.0]).RequireGrad();
        var y = x;
        for (var i = 0; i < 100_000; i++)
            y += 1;

        y.Backward();

        Assert.Equal(100_001, y.Item());
        Assert.Equal([1], x.Grad!.ToDoubles());
    }

    [Fact]
    public void Nothing_is_recorded_under_NoGrad()
    {
        var x = Tensor.From([1.0]).RequireGrad();

        Tensor inside, outside;
        using (NoGrad.Open())
        using (NoGrad.Open())
            inside = x * 2;
        outside = x * 2;

        Assert.False(inside.RequiresGrad);
        Assert.True(outside.RequiresGrad);
    }

    [Fact]
    public void Detached_tensor_stops_the_gradient()
    {
        var x = Tensor.From([3.0]).RequireGrad();

        (x * x.Detach()).Sum().Backward();

        Assert.Equal([3], x.Grad!.ToDoubles());
    }

    [Fact]
    public void Retained_graph_can_be_used_twice()
    {
        var x = Tensor.From([1.0, 2.0], [1, 2]).RequireGrad();
        var loss = CrossEntropy(Softmax(x * x), new[] { 1 });

        loss.Backward(retainGraph: true);
        var once = x.Grad!.ToDoubles();
        loss.Backward();

        Assert.Equal(once.Select(g => 2 * g), x.Grad!.ToDoubles());
    }

    [Fact]
    public void Broadcasting_aligns_at_the_last_axis()
    {
        var matrix = Tensor.From(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });

        var rows = matrix + Tensor.From([10.0, 20, 30]);
        var columns = matrix * Tensor.From([1.0, -1], [2, 1]);

        Assert.Equal([11, 22, 33, 14, 25, 36], rows.ToDoubles());
        Assert.Equal([1, 2, 3, -4, -5, -6], columns.ToDoubles());
    }

    [Fact]
    public void Broadcasting_of_any_two_shapes_equals_the_definition()
    {
        Shape[] shapes = [[], [1], [4], [3, 1], [3, 4], [2, 1, 1], [2, 1, 4], [2, 3, 1], [1, 3, 4], [2, 3, 4]];
        foreach (var a in shapes)
        {
            foreach (var b in shapes)
            {
                var (left, right) = (Numbers(a, 1), Numbers(b, 100));
                var difference = left - right;
                for (var i = 0; i < difference.Count; i++)
                    Assert.Equal(At(left, difference.Shape, i) - At(right, difference.Shape, i), difference.ValueAt(i));
            }
        }
    }

    [Fact]
    public void Sums_and_means_along_axes()
    {
        var x = Tensor.From([.. Enumerable.Range(1, 12).Select(i => (double)i)], [2, 3, 2]);

        Assert.Equal(78, x.Sum().Item());
        Assert.Equal([8, 10, 12, 14, 16, 18], x.Sum(0).ToDoubles());
        Assert.Equal([9, 12, 27, 30], x.Sum(1).ToDoubles());
        Assert.Equal([1.5, 3.5, 5.5, 7.5, 9.5, 11.5], x.Mean(-1).ToDoubles());
        Assert.Equal("(2, 1, 2)", x.Mean(1, keepAxis: true).Shape.ToString());
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(7, 3)]
    [InlineData(200, 15)]
    [InlineData(128, 70)]
    public void Sum_over_rows_equals_adding_one_by_one(int rows, int columns)
    {
        var x = Numbers([rows, columns], 1);

        var sums = x.Sum(0);

        for (var j = 0; j < columns; j++)
            Assert.Equal(Enumerable.Range(0, rows).Sum(i => x[i, j]), sums[j]);
    }

    [Fact]
    public void Softmax_of_huge_scores_does_not_overflow()
    {
        var p = Softmax(Tensor.From(new double[,] { { 1e300, 0, 1e300 }, { -1e300, -1e300, -1e300 } }));

        Assert.Equal([0.5, 0, 0.5], p.ToDoubles()[..3]);
        Assert.Equal(1.0 / 3, p[1, 2], 1e-15);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void Exponentials_of_huge_numbers_are_settled_and_NaN_stays(int copies)
    {
        double[] x = [-1e300, double.NegativeInfinity, -800, -30, 0, 30, 800, 1e300, double.PositiveInfinity, double.NaN];
        var many = Tensor.From([.. Enumerable.Repeat(x, copies).SelectMany(values => values)]);

        double[] sigmoid = Sigmoid(many).ToDoubles()[..10], tanh = Tanh(many).ToDoubles()[..10];

        Assert.All(sigmoid[..3], p => Assert.Equal(0, p));
        Assert.Equal(1 / (1 + Math.Exp(30)), sigmoid[3], 1e-26);
        Assert.Equal([0.5, 1 / (1 + Math.Exp(-30)), 1, 1, 1, double.NaN], sigmoid[4..]);
        Assert.Equal([-1, -1, -1, -1, 0, 1, 1, 1, 1, double.NaN], tanh);
    }

    [Fact]
    public void Softmax_gives_exactly_nothing_to_a_hopeless_class()
    {
        var p = Softmax(Tensor.From(new double[,] { { 0, -1e5, -709, -600 } }));

        Assert.Equal([1, 0], p.ToDoubles()[..2]);
        Assert.Equal(Math.Exp(-600), p[0, 3], 1e-270);
        Assert.Equal(double.NaN, Softmax(Tensor.From(new double[,] { { 0, double.NaN } }))[0, 0]);
    }

    [Fact]
    public void Cross_entropy_of_equal_scores_is_the_logarithm_of_the_number_of_classes()
    {
        var loss = CrossEntropy(Tensor.Zeros([2, 10], DType.Float64), new[] { 3, 7 });

        Assert.Equal(Math.Log(10), loss.Item(), 1e-15);
    }

    [Fact]
    public void Clipped_cross_entropy_stays_within_the_logarithms_of_the_bounds()
    {
        var scores = Tensor.From(new double[,] { { 1000, 0 } });

        Assert.Equal(1000, CrossEntropy(scores, new[] { 1 }).Item());
        Assert.Equal(-Math.Log(1e-7), CrossEntropy(scores, new[] { 1 }, 1e-7).Item(), 1e-12);
        Assert.Equal(-Math.Log(1 - 1e-7), CrossEntropy(scores, new[] { 0 }, 1e-7).Item(), 1e-20);
    }

    [Fact]
    public void Binary_cross_entropy_is_exact_for_large_scores_and_clipped_where_asked()
    {
        var (score, target) = (Tensor.From([-800.0]), Tensor.From([1.0]));

        Assert.Equal(800, BinaryCrossEntropyWithLogits(score, target).Item());
        Assert.Equal(-Math.Log(1e-9), BinaryCrossEntropyWithLogits(score, target, 1e-9).Item(), 1e-12);
    }

    [Fact]
    public void Text_shows_shape_precision_and_the_ends_of_long_axes()
    {
        Assert.Equal("(2, 2) float64 [[1, 2.5], [-3, 0]]", Tensor.From(new double[,] { { 1, 2.5 }, { -3, 0 } }).ToString());
        Assert.Equal("(100) float32 [1, 1, 1, …, 1, 1, 1]", Tensor.Ones([100]).ToString());
        Assert.Equal("() float32 7", Tensor.Scalar(7).ToString());
    }

    [Fact]
    public void Rows_and_reshapes_share_memory_and_a_clone_does_not()
    {
        var x = Tensor.From(new double[,] { { 1, 2 }, { 3, 4 } });
        Tensor row = x[1..], flat = x.Reshape(-1), copy = x.Clone();

        x.Span<double>()[3] = 9;

        Assert.Equal([3, 9], row.ToDoubles());
        Assert.Equal([1, 2, 3, 9], flat.ToDoubles());
        Assert.Equal([1, 2, 3, 4], copy.ToDoubles());
        Assert.Equal(9, x.ToMatrix()[1, 1]);
    }

    [Fact]
    public void Largest_column_of_each_row_is_the_first_of_equals()
    {
        var x = Tensor.From(new float[,] { { 1, 3, 3 }, { 2, 2, 1 } });

        Assert.Equal([1, 0], x.ArgMax());
    }

    [Fact]
    public void Memory_of_a_closed_scope_cannot_be_read()
    {
        Tensor inside;
        using (new MemoryScope().Open())
        {
            inside = Tensor.Ones([3]);
            Assert.Equal(3, inside.Sum().Item());
        }

        var error = Assert.Throws<InvalidOperationException>(() => inside.Sum());
        Assert.Contains("Clone()", error.Message, StringComparison.Ordinal);
    }

    private static Tensor Numbers(Shape shape, int first) =>
        Tensor.From([.. Enumerable.Range(0, shape.Size).Select(i => (double)(first + (i * i % 17)))], shape);

    /// <summary>The value that an operand contributes to place <paramref name="i"/> of a result.</summary>
    private static double At(Tensor operand, Shape result, int i)
    {
        var place = 0;
        var indices = new int[result.Rank];
        for (var axis = result.Rank - 1; axis >= 0; axis--, i /= result[axis + 1])
            indices[axis] = i % result[axis];
        for (var axis = 0; axis < operand.Rank; axis++)
        {
            var index = operand.Shape[axis] == 1 ? 0 : indices[axis + result.Rank - operand.Rank];
            place = (place * operand.Shape[axis]) + index;
        }
        return operand.ValueAt(place);
    }
}
