using CourseKit.Numerics;

namespace CourseKit.Tests.Numerics;

public class NumericThreadsTests
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData("7", 7)]
    [InlineData("255", 255)]
    public void The_variable_says_how_many(string value, int expected) => Assert.Equal(expected, NumericThreads.Parse(value));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_it_all_processors_count(string? value) => Assert.Equal(Environment.ProcessorCount, NumericThreads.Parse(value));

    [Fact]
    public void A_limit_holds_for_its_thread_until_it_is_disposed()
    {
        var before = NumericThreads.Count;
        var elsewhere = 0;

        using (NumericThreads.Limit(3))
        {
            using (NumericThreads.Limit(1))
                Assert.Equal(1, NumericThreads.Count);
            Assert.Equal(3, NumericThreads.Count);

            var other = new Thread(() => elsewhere = NumericThreads.Count);
            other.Start();
            other.Join();
        }

        Assert.Equal(before, NumericThreads.Count);
        Assert.Equal(before, elsewhere);
    }

    [ErrorCases]
    internal static IEnumerable<(string Name, Action Trigger)> Errors()
    {
        yield return ("COURSEKIT_THREADS, not a number", () => NumericThreads.Parse("two"));
        yield return ("COURSEKIT_THREADS, zero", () => NumericThreads.Parse("0"));
    }
}
