using CourseKit.Plotting.Drawing;
using FsCheck;
using FsCheck.Fluent;

namespace CourseKit.Tests.Plotting;

public class TicksTests
{
    [Fact]
    public void Linear_ticks_are_round_cover_the_range_and_have_labels_that_differ() =>
        Prop.ForAll(Gen.Choose(-9_999, 9_999).Three().ToArbitrary(), numbers =>
        {
            var (low, width, exponent) = (numbers.Item1 / 100.0, Math.Abs(numbers.Item2) / 1000.0 + 0.001, numbers.Item3 % 7);
            var unit = Math.Pow(10, exponent);

            var ticks = Linear(low * unit, (low + width) * unit);

            var step = ticks[1].At - ticks[0].At;
            Assert.InRange(ticks.Length, 2, 9);
            Assert.All(ticks, tick => Assert.InRange(tick.At, low * unit - 1e-6 * step, (low + width) * unit + 1e-6 * step));
            Assert.True(ticks[0].At - low * unit < step * 1.001 && (low + width) * unit - ticks[^1].At < step * 1.001,
                "an end is left bare");
            Assert.Equal(ticks.Length, ticks.Select(tick => tick.Label).Distinct().Count());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Log_ticks_stand_inside_the_range_and_rise() =>
        Prop.ForAll(Gen.Choose(-3000, 3000).Two().ToArbitrary(), numbers =>
        {
            var (low, high) = (numbers.Item1 / 10.0, numbers.Item1 / 10.0 + 0.05 + Math.Abs(numbers.Item2) / 10.0);

            var ticks = Ticks.Log(low, Math.Min(high, 305), most: 8, _ => true);

            Assert.NotEmpty(ticks);
            Assert.All(ticks, tick => Assert.InRange(tick.At, low - 1e-5, high + 1e-5));
            Assert.Equal(ticks.Select(tick => tick.At).Order(), ticks.Select(tick => tick.At));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 1, "0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(0, 2.4e15, "0 0.5×10¹⁵ 1.0×10¹⁵ 1.5×10¹⁵ 2.0×10¹⁵")]
    [InlineData(-3, 3, "−3 −2 −1 0 1 2 3")]
    [InlineData(0, 40_000, "0 10\u202F000 20\u202F000 30\u202F000 40\u202F000")]
    public void Labels_read_as_in_print(double low, double high, string labels) =>
        Assert.Equal(labels, string.Join(' ', Linear(low, high, most: 6).Select(tick => tick.Label)));

    [Fact]
    public void Epochs_have_whole_labels() =>
        Assert.Equal(["1", "2", "3"], Ticks.Linear(0.9, 3.1, 12, whole: true, (value, step) => TypesetNumber.Tick(value, step, 3.1), _ =>
            true).Select(tick => tick.Label));

    private static Tick[] Linear(double low, double high, int most = 8) =>
        Ticks.Linear(low, high, most, whole: false, (value, step) => TypesetNumber.Tick(value, step,
            Math.Max(Math.Abs(low), Math.Abs(high))), _ => true);
}
