using CourseKit.Notebooks.Running;

namespace CourseKit.Notebooks.Tests.Running;

public class DurationTests
{
    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("90s", 90)]
    [InlineData("90", 90)]
    [InlineData("1.5 m", 90)]
    [InlineData("2h", 7200)]
    public void Times_are_read_as_people_type_them(string text, double seconds)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(seconds, duration.TotalSeconds, precision: 6);
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("0s")]
    [InlineData("-1s")]
    [InlineData("1,5s")]
    [InlineData("5 d")]
    [InlineData("999999999h")]
    public void What_is_no_time_is_refused(string text) => Assert.False(Duration.TryParse(text, out _));

    [Theory]
    [InlineData(0.043, "43 ms")]
    [InlineData(0.996, "1.0 s")]
    [InlineData(59.94, "59.9 s")]
    [InlineData(125, "2 min 05 s")]
    public void Times_are_written_as_people_read_them(double seconds, string text) =>
        Assert.Equal(text, Duration.Text(TimeSpan.FromSeconds(seconds)));
}
