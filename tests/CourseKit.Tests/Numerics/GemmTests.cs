using System.Numerics;
using CourseKit.Numerics;

namespace CourseKit.Tests.Numerics;

public class GemmTests
{
    [Fact]
    public void The_reference_multiplies_as_on_paper()
    {
        // (1 2 3; 4 5 6) · (7 8; 9 10; 11 12) = (58 64; 139 154), and once more on top.
        double[] a = [1, 2, 3, 4, 5, 6], b = [7, 8, 9, 10, 11, 12], c = [-1, -1, -1, -1];

        GemmReference.Multiply<double>(a, b, c, new(2, 2, 3));
        Assert.Equal([58, 64, 139, 154], c);

        GemmReference.Multiply<double>(a, b, c, new(2, 2, 3) { Accumulate = true });
        Assert.Equal([116, 128, 278, 308], c);
    }

    [Fact]
    public void The_reference_reads_transposed_matrices_as_stored()
    {
        double[] columnsOfA = [1, 4, 2, 5, 3, 6], columnsOfB = [7, 9, 11, 8, 10, 12], c = new double[4];

        GemmReference.Multiply<double>(columnsOfA, columnsOfB, c, new(2, 2, 3) { TransposeA = true, TransposeB = true });

        Assert.Equal([58, 64, 139, 154], c);
    }

    [Fact]
    public void Every_path_gives_the_exact_product_of_whole_numbers() => GemmCases.ForAll(400, test =>
    {
        Operands<float> floats = test.Exact<float>();
        Operands<double> doubles = test.Exact<double>();

        foreach (var path in GemmCases.Paths)
        {
            Assert.Equal(floats.Reference(), floats.Fast(path));
            Assert.Equal(doubles.Reference(), doubles.Fast(path));
        }
    });

    [Fact]
    public void Every_path_stays_within_the_rounding_error_of_k_additions() => GemmCases.ForAll(100, test =>
    {
        foreach (var path in GemmCases.Paths)
        {
            AssertClose(test.Real<float>(), path, float.BitIncrement(1) - 1);
            AssertClose(test.Real<double>(), path, double.BitIncrement(1) - 1);
        }
    });

    [Fact]
    public void Every_path_gives_the_same_bits_where_multiply_add_is_fused()
    {
        if (!GemmCases.IsFused)
            return;

        GemmCases.ForAll(100, test =>
        {
            Operands<float> floats = test.Real<float>();
            Operands<double> doubles = test.Real<double>();
            foreach (var path in GemmCases.Paths)
            {
                Assert.Equal(floats.Fast(SimdPath.Scalar), floats.Fast(path));
                Assert.Equal(doubles.Fast(SimdPath.Scalar), doubles.Fast(path));
            }
        });
    }

    [Theory]
    [InlineData(200, 150, 100)]
    [InlineData(1000, 10, 333)]
    [InlineData(9, 1200, 257)]
    [InlineData(1, 2000, 1100)]
    [InlineData(129, 1030, 70)]
    public void One_two_and_three_threads_give_the_same_bits(int m, int n, int k)
    {
        for (var form = 0; form < 8; form++)
        {
            var test = new GemmCase(GemmCases.Formed(m, n, k, form), Seed: form);
            var (floats, doubles) = (test.Real<float>(), test.Real<double>());

            foreach (var threads in new[] { 2, 3 })
            {
                Assert.Equal(floats.Fast(SimdPaths.Best), floats.Fast(SimdPaths.Best, threads));
                Assert.Equal(doubles.Fast(SimdPaths.Best), doubles.Fast(SimdPaths.Best, threads));
            }
            AssertClose(floats, SimdPaths.Best, float.BitIncrement(1) - 1);
        }
    }

    [Fact]
    public void Nothing_outside_the_matrices_is_read_or_written() => GemmCases.ForAll(200, test =>
    {
        const int Fence = 40;
        var whole = test.Exact<float>();
        float[] a = Fenced(whole.A), b = Fenced(whole.B);

        foreach (var path in GemmCases.Paths)
        {
            var c = Fenced(whole.C);
            Gemm.Multiply<float>(Inside(a), Inside(b), c.AsSpan(Fence..^Fence), whole.Shape, new GemmOptions { Path = path });
            Assert.Equal(Fenced(whole.Reference()), c);
        }

        static float[] Fenced(float[] values) => [.. Nothing(), .. values, .. Nothing()];
        static IEnumerable<float> Nothing() => Enumerable.Repeat(float.NaN, Fence);
        static ReadOnlySpan<float> Inside(float[] values) => values.AsSpan(Fence..^Fence);
    });

    [Fact]
    public void What_stood_in_c_does_not_matter_unless_it_is_added_to() => GemmCases.ForAll(50, test =>
    {
        var operands = test.Exact<double>() with { Shape = test.Shape with { Accumulate = false } };
        var expected = operands.Reference();

        operands.C.AsSpan().Fill(double.NaN);

        foreach (var path in GemmCases.Paths)
            Assert.Equal(expected, operands.Fast(path));
    });

    [Theory]
    [InlineData(15, 10, 200)]
    [InlineData(300, 100, 784)]
    public void A_product_allocates_nothing_once_the_thread_has_its_workspace(int m, int n, int k)
    {
        var operands = new GemmCase(new(m, n, k) { TransposeB = true }, Seed: 1).Real<float>();
        var options = new GemmOptions { Threads = 2 };
        Gemm.Multiply<float>(operands.A, operands.B, operands.C, operands.Shape, options);

        // A collection that other tests cause counts what is left of this thread's allocation block; no five in a row meet one.
        Assert.Contains(0, Enumerable.Range(0, 5).Select(_ => (int)Allocated()));

        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 20; i++)
                Gemm.Multiply<float>(operands.A, operands.B, operands.C, operands.Shape, options);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Blocks_cover_each_element_of_c_once() => GemmCases.ForAll(100, test =>
    {
        var shape = test.Shape with { M = 1 + (test.Shape.M * 10), N = 1 + (test.Shape.N * 20), K = test.Shape.K + 1 };
        var covered = new int[shape.M, shape.N];

        var grid = GemmGrid.For(shape);
        for (var piece = 0; piece < grid.Pieces; piece++)
        {
            var (row, column, block) = grid[piece];
            Assert.InRange(block.N, 1, GemmGrid.MaxColumns);
            for (var i = 0; i < block.M; i++)
                for (var j = 0; j < block.N; j++)
                    covered[row + i, column + j]++;
        }

        Assert.DoesNotContain(covered.Cast<int>(), count => count != 1);
    });

    [ErrorCases]
    internal static IEnumerable<(string Name, Action Trigger)> Errors()
    {
        var six = new float[6];
        yield return ("Gemm, a too short", () => Gemm.Multiply<float>(six, six, six, new(2, 3, 4)));
        yield return ("Gemm, b too long", () => Gemm.Multiply<float>(six, six, six, new(3, 2, 2) { TransposeB = true }));
        yield return ("Gemm, c too short", () => GemmReference.Multiply<float>(six, six, six, new(3, 3, 2) { TransposeA = true }));
        yield return ("Gemm, negative size", () => Gemm.Multiply<float>(six, six, six, new(-1, 2, 3)));
        var one = new decimal[1];
        yield return ("Gemm, neither float nor double", () => Gemm.Multiply<decimal>(one, one, one, new(1, 1, 1)));
    }

    // Higham, Accuracy and Stability of Numerical Algorithms, eq. (3.13): |error| ≤ k·u / (1 − k·u) · |A|·|B|, once for each side; u = ε/2.
    private static void AssertClose<T>(Operands<T> operands, SimdPath path, T epsilon)
        where T : struct, INumber<T>
    {
        T[] expected = operands.Reference(), actual = operands.Fast(path), magnitude = operands.Magnitude();
        var factor = T.CreateChecked(operands.Shape.K + 2) * epsilon;
        for (var i = 0; i < expected.Length; i++)
            if (!(T.Abs(expected[i] - actual[i]) <= factor * magnitude[i]))
                Assert.Fail($"{path} {operands.Shape} [{i}]: {actual[i]} for {expected[i]}");
    }
}
