using System.Globalization;
using CourseKit.Numerics;

namespace CourseKit.Tests.Numerics;

/// <summary>Golden/randomstate.txt holds what NumPy printed; the sentences that follow hold what it documents.</summary>
public class MersenneTwisterTests
{
    public static TheoryData<long, string, double[]> Golden { get; } = ReadGolden();

    [Theory]
    [MemberData(nameof(Golden))]
    public void Every_draw_equals_numpys_to_the_last_bit(long seed, string draw, double[] expected)
    {
        var stream = new MersenneTwister(seed);

        var drawn = Draw(stream, draw);

        Assert.Equal(expected, drawn);
    }

    [Fact]
    public void A_list_of_seeds_starts_the_stream_of_the_authors_reference_output()
    {
        // mt19937ar.out of Matsumoto and Nishimura: init_by_array {0x123, 0x234, 0x345, 0x456}.
        var stream = new MersenneTwister([0x123, 0x234, 0x345, 0x456]);

        var words = Take(1000, () => stream.NextUInt32());

        Assert.Equal([1067595299u, 955945823, 477289528, 4107218783, 4228976476], words[..5]);
        Assert.Equal(3460025646u, words[^1]);
    }

    [Fact]
    public void A_list_of_one_seed_is_not_that_seed() =>
        Assert.NotEqual(new MersenneTwister(1).NextUInt32(), new MersenneTwister([1]).NextUInt32());

    [Fact]
    public void A_list_longer_than_the_state_uses_every_seed()
    {
        var seeds = Enumerable.Range(0, 700).Select(i => (uint)i).ToArray();
        var first = new MersenneTwister(seeds).NextUInt32();

        seeds[^1]++;

        Assert.NotEqual(first, new MersenneTwister(seeds).NextUInt32());
    }

    [Fact]
    public void The_64_bit_word_has_the_first_word_on_top()
    {
        var words = new MersenneTwister(7);

        var expected = ((ulong)words.NextUInt32() << 32) + words.NextUInt32();

        Assert.Equal(expected, new MersenneTwister(7).NextUInt64());
    }

    [Fact]
    public void Filling_floats_rounds_the_doubles_of_the_same_stream()
    {
        var doubles = new double[50];
        var floats = new float[50];

        new MersenneTwister(3).Fill(doubles, -0.3, 0.4);
        new MersenneTwister(3).Fill(floats, -0.3, 0.4);

        Assert.Equal(doubles.Select(value => (float)value), floats);
    }

    [Fact]
    public void A_saved_state_continues_with_the_normal_that_was_left_over()
    {
        var stream = new MersenneTwister(5);
        for (var i = 0; i < 1001; i++)
            stream.Randn();
        var saved = stream.State;
        var expected = Take(5, stream.Randn);

        var other = new MersenneTwister(99) { State = saved };

        Assert.Equal(expected, Take(5, other.Randn));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-5, -4)]
    [InlineData(long.MaxValue - 1, long.MaxValue)]
    public void One_possible_number_takes_no_word(long low, long high)
    {
        var stream = new MersenneTwister(1);

        Assert.Equal(low, stream.RandInt(low, high));

        Assert.Equal(1791095845u, stream.NextUInt32());
    }

    [Fact]
    public void A_range_of_all_32_bits_takes_one_word_as_it_is() =>
        Assert.Equal(1791095845L - 10, new MersenneTwister(1).RandInt(-10, (1L << 32) - 10));

    [Fact]
    public void A_range_wider_than_long_stays_inside_it()
    {
        var stream = new MersenneTwister(1);

        var numbers = Take(200, () => stream.RandInt(long.MinValue, long.MaxValue));

        Assert.Contains(numbers, number => number < long.MinValue / 2);
        Assert.Contains(numbers, number => number > long.MaxValue / 2);
        Assert.DoesNotContain(long.MaxValue, numbers);
    }

    [Fact]
    public void Choice_without_replacement_is_the_head_of_the_permutation() =>
        Assert.Equal([2, 9, 6], new MersenneTwister(1).Choice(10, 3, replace: false));

    [Fact]
    public void Choice_with_replacement_is_randint() =>
        Assert.Equal([5, 8, 9, 5, 0, 0, 1, 7, 6, 9], new MersenneTwister(1).Choice(10, 10));

    [Fact]
    public void Nothing_to_permute_takes_no_word()
    {
        var stream = new MersenneTwister(1);

        Assert.Empty(stream.Permutation(0));
        Assert.Equal([0], stream.Permutation(1));

        Assert.Equal(1791095845u, stream.NextUInt32());
    }

    [ErrorCases]
    internal static IEnumerable<(string Name, Action Trigger)> Errors()
    {
        var stream = new MersenneTwister(1);
        yield return ("MersenneTwister, negative seed", () => _ = new MersenneTwister(-1));
        yield return ("MersenneTwister, seed too large", () => _ = new MersenneTwister(1L << 32));
        yield return ("MersenneTwister, no seeds", () => _ = new MersenneTwister([]));
        yield return ("MersenneTwister, foreign state", () => stream.State = new([1, 2, 3], 700, null));
        yield return ("MersenneTwister, empty range", () => stream.RandInt(5, 5));
        yield return ("MersenneTwister, negative permutation", () => stream.Permutation(-1));
        yield return ("MersenneTwister, choice of too many", () => stream.Choice(3, 4, replace: false));
        yield return ("MersenneTwister, choice from nothing", () => stream.Choice(0, 1));
    }

    private static double[] Draw(MersenneTwister stream, string draw) => draw switch
    {
        "u32" => Take(8, () => (double)stream.NextUInt32()),
        "random_sample" => Take(6, stream.NextDouble),
        "uniform(-.1,.1)" => Take(6, () => stream.Uniform(-.1, .1)),
        "permutation(10)" => [.. stream.Permutation(10)],
        "shuffle(20)" => Shuffled(stream, 20),
        "permutation(1000)[:10]" => [.. stream.Permutation(1000)[..10]],
        "sum(i*permutation(1000))" => [stream.Permutation(1000).Select((value, i) => (double)value * i).Sum()],
        "randint(10)" => Take(10, () => (double)stream.RandInt(0, 10)),
        "randint(1000)" => Take(10, () => (double)stream.RandInt(0, 1000)),
        "randint(10**12)" => Take(4, () => (double)stream.RandInt(0, 1_000_000_000_000)),
        "randn" => Take(6, stream.Randn),
        "mixed" => Mixed(stream),
        _ => throw new InvalidOperationException($"Unknown draw {draw}."),
    };

    private static T[] Take<T>(int count, Func<T> next) => [.. Enumerable.Range(0, count).Select(_ => next())];

    private static double[] Shuffled(MersenneTwister stream, int n)
    {
        double[] values = [.. Enumerable.Range(0, n)];
        stream.Shuffle<double>(values);
        return values;
    }

    private static double[] Mixed(MersenneTwister stream)
    {
        _ = Take(3, stream.NextDouble);
        return [.. stream.Permutation(8), stream.NextDouble()];
    }

    private static TheoryData<long, string, double[]> ReadGolden()
    {
        var data = new TheoryData<long, string, double[]>();
        foreach (var line in File.ReadLines(Repository.PathOf("tests", "CourseKit.Tests", "Numerics", "Golden", "randomstate.txt")))
        {
            var fields = line.Split(" | ");
            double[] values = [.. fields[2].Split(' ').Select(value => double.Parse(value, CultureInfo.InvariantCulture))];
            data.Add(long.Parse(fields[1], CultureInfo.InvariantCulture), fields[0], values);
        }
        return data;
    }
}
