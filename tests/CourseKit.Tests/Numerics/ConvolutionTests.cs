using CourseKit.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CourseKit.Tests.Numerics;

public class ConvolutionTests
{
    /// <summary>Images smaller and larger than a block, windows of any form, padding on some sides.</summary>
    private static readonly Gen<ConvolutionShape> Shapes =
        from images in Gen.Choose(0, 3)
        from channels in Gen.Choose(1, 4)
        from height in Gen.Choose(1, 12)
        from width in Gen.Frequency((5, Gen.Choose(1, 12)), (1, Gen.Choose(500, 700)))
        from filters in Gen.Choose(1, 17)
        from rows in Gen.Choose(1, 4)
        from columns in Gen.Choose(1, 4)
        from steps in Gen.Choose(0, 8)
        from padding in Gen.Choose(0, 80)
        select new ConvolutionShape(images, channels, Math.Max(height, rows), Math.Max(width, columns), filters)
        {
            Window = (rows, columns),
            Sliding = new(1 + (steps % 3), 1 + (steps / 3))
            {
                Top = padding % 3,
                Bottom = padding / 3 % 3,
                Left = padding / 9 % 3,
                Right = padding / 27,
            },
        };

    [Fact]
    public void The_reference_slides_the_filter_as_on_paper()
    {
        // 1·1 + 2·2 + 4·3 + 5·4 = 37, and so on; no mirroring.
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8, 9], weight = [1, 2, 3, 4], y = new double[4];
        ConvolutionShape shape = new(1, 1, 3, 3, 1) { Window = (2, 2), Sliding = new() };

        ConvolutionReference.Forward<double>(x, weight, [0.5], y, shape);

        Assert.Equal([37.5, 47.5, 67.5, 77.5], y);
    }

    [Fact]
    public void Every_pass_gives_the_exact_result_of_whole_numbers() => ForAll(150, shape =>
    {
        Assert.Equal(Passes<float>(shape, fast: false), Passes<float>(shape, fast: true));
        Assert.Equal(Passes<double>(shape, fast: false), Passes<double>(shape, fast: true));
    });

    [Fact]
    public void One_two_and_three_threads_give_the_same_bits()
    {
        ConvolutionShape shape = new(21, 5, 30, 30, 9) { Window = (3, 3), Sliding = Sliding.Of(1, 1) };

        var expected = On(1);

        Assert.Equal(expected, On(2));
        Assert.Equal(expected, On(3));

        float[] On(int threads)
        {
            using var limit = NumericThreads.Limit(threads);
            return Passes<float>(shape, fast: true, random => (random.NextDouble() * 2) - 1);
        }
    }

    [Theory]
    [InlineData(28, 3, 1, 28, 1, 1)]
    [InlineData(28, 3, 2, 14, 0, 1)]
    [InlineData(5, 2, 1, 5, 0, 1)]
    [InlineData(7, 1, 3, 3, 0, 0)]
    public void Same_padding_keeps_every_steps_place_and_puts_the_odd_one_behind(
        int length, int window, int step, int places, int before, int after)
    {
        var sliding = Sliding.Same((length, length), (window, window), (step, step));

        Assert.Equal((before, after, before, after), (sliding.Top, sliding.Bottom, sliding.Left, sliding.Right));
        Assert.Equal((places, places), sliding.Places("test", (length, length), (window, window)));
    }

    [ErrorCases]
    public static IEnumerable<(string Name, Action Trigger)> Errors()
    {
        ConvolutionShape shape = new(1, 1, 3, 3, 1) { Window = (2, 2), Sliding = new() };
        return
        [
            ("Convolution, y too long", () => Convolution.Forward<float>(new float[9], new float[4], [], new float[9], shape)),
            ("Convolution, neither float nor double", () => Convolution.Forward<int>(new int[9], new int[4], [], new int[4], shape)),
        ];
    }

    private static void ForAll(int count, Action<ConvolutionShape> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20241, 77), Prop.ForAll(Shapes.ToArbitrary(), law));

    /// <summary>y, and the gradients of weights and images added to numbers that are there.</summary>
    private static T[] Passes<T>(ConvolutionShape shape, bool fast, Func<Random, double>? draw = null)
        where T : struct, System.Numerics.INumber<T>
    {
        var random = new Random(7);
        var (rows, columns) = shape.Places;
        var x = Values(shape.Images * shape.ImageSize);
        var weight = Values(shape.Filters * shape.PatchSize);
        var y = Values(shape.Images * shape.Filters * rows * columns);
        T[] bias = Values(shape.Filters), dx = [.. x], dweight = [.. weight], dy = [.. y];
        if (fast)
        {
            Convolution.Forward<T>(x, weight, bias, y, shape);
            Convolution.BackToInput<T>(dy, weight, dx, shape, add: true);
            Convolution.BackToWeight<T>(x, dy, dweight, shape, add: true);
        }
        else
        {
            ConvolutionReference.Forward<T>(x, weight, bias, y, shape);
            ConvolutionReference.BackToInput<T>(dy, weight, dx, shape, add: true);
            ConvolutionReference.BackToWeight<T>(x, dy, dweight, shape, add: true);
        }
        return [.. y, .. dx, .. dweight];

        T[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked((draw ?? (r => r.Next(-4, 5)))(random)))];
    }
}
