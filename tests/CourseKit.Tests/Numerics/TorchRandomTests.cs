using System.Globalization;
using CourseKit.Numerics;

namespace CourseKit.Tests.Numerics;

/// <summary>Against torch 1.13.1 (Debian 12, python3-torch), on a CPU with AVX2. The numbers stand in Golden/torch.txt.</summary>
public sealed class TorchRandomTests
{
    private static readonly Dictionary<string, string[]> Golden = File.ReadLines(Repository.PathOf("tests", "CourseKit.Tests", "Numerics", "Golden", "torch.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(": ", 2))
        .ToDictionary(line => line[0], line => line[1].Split(' '));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(42)]
    [InlineData(-1)]
    public void Uniform_numbers_are_torchs_to_the_last_bit(long seed)
    {
        Assert.Equal(Singles($"rand(5) {seed}"), Uniform<float>(seed, 5));
        Assert.Equal(Doubles($"rand(3, float64) {seed}"), Uniform<double>(seed, 3));
    }

    [Fact]
    public void Uniform_numbers_between_bounds_are_rounded_once()
    {
        var (singles, doubles) = (new float[6], new double[6]);

        new TorchRandom(0).Fill(singles.AsSpan(), -0.1, 0.1);
        new TorchRandom(0).Fill(doubles.AsSpan(), -0.1, 0.1);

        Assert.Equal(Singles("uniform_(-.1, .1)"), singles);
        Assert.Equal(Doubles("uniform_(-.1, .1, float64)"), doubles);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(42)]
    public void Few_normal_numbers_are_torchs_to_the_last_bit(long seed) => Assert.Equal(Singles($"randn(5) {seed}"), Normal<float>(seed, 5));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(42)]
    public void Many_normal_numbers_are_torchs_to_seven_digits(long seed)
    {
        var (expected, actual) = (Singles($"randn(20) {seed}"), Normal<float>(seed, 20));

        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
        Assert.All(Doubles("randn(20, float64) 3").Zip(Normal<double>(3, 20)), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
    }

    [Fact]
    public void The_second_of_a_pair_of_normal_numbers_survives_until_the_next_seed()
    {
        var random = new TorchRandom(5);

        float[] three = Normals(3), two = Normals(2), twenty = Normals(20), one = Normals(1);

        Assert.Equal(Singles("randn(3) then randn(2)"), three.Concat(two));
        Assert.All(Singles("then randn(20)").Zip(twenty), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
        Assert.Equal(Singles("then randn(1)"), one);
        random.Seed(5);
        Assert.Equal(three, Normals(3));

        float[] Normals(int count)
        {
            var values = new float[count];
            random.FillNormal(values.AsSpan());
            return values;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(42)]
    public void Orders_and_whole_numbers_are_torchs(long seed)
    {
        var random = new TorchRandom(seed);

        Assert.Equal(Ints($"randperm(10) {seed}"), new TorchRandom(seed).Permutation(10));
        Assert.Equal(Ints($"randint(0,10,(8,)) {seed}"), Enumerable.Range(0, 8).Select(_ => (int)random.NextBelow(10)));
    }

    [Fact]
    public void Wide_ranges_take_two_words()
    {
        var (random, wide) = (new TorchRandom(0), new TorchRandom(0));

        Assert.Equal((900450186894289455, 3969543146641149120, 1895649597198586619), (random.NextInt64(), random.NextInt64(), random.NextInt64()));
        Assert.Equal((2546248239UL, 7921061056UL), (wide.NextBelow(1UL << 33), wide.NextBelow(1UL << 33)));
    }

    [Fact]
    public void Only_the_low_half_of_a_seed_counts() => Assert.Equal(Uniform<float>(5, 9), Uniform<float>((1L << 32) + 5, 9));

    [Fact]
    public void A_thread_can_have_a_stream_of_its_own_for_a_while()
    {
        var shared = SharedRandom.Current;

        using (SharedRandom.Isolate())
        {
            Assert.NotSame(shared, SharedRandom.Current);
            Assert.Equal(new TorchRandom(0).NextInt64(), SharedRandom.Current.NextInt64());
        }

        Assert.Same(shared, SharedRandom.Current);
    }

    private static T[] Uniform<T>(long seed, int count)
        where T : System.Numerics.IFloatingPointIeee754<T>
    {
        var values = new T[count];
        new TorchRandom(seed).Fill(values.AsSpan(), 0, 1);
        return values;
    }

    private static T[] Normal<T>(long seed, int count)
        where T : System.Numerics.IFloatingPointIeee754<T>
    {
        var values = new T[count];
        new TorchRandom(seed).FillNormal(values.AsSpan());
        return values;
    }

    private static float[] Singles(string name) => Array.ConvertAll(Golden[name], text => float.Parse(text, CultureInfo.InvariantCulture));

    private static double[] Doubles(string name) => Array.ConvertAll(Golden[name], text => double.Parse(text, CultureInfo.InvariantCulture));

    private static int[] Ints(string name) => Array.ConvertAll(Golden[name], text => int.Parse(text, CultureInfo.InvariantCulture));
}
