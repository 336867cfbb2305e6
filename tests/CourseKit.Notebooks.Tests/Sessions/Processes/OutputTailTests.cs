using CourseKit.Notebooks.Sessions.Processes;

namespace CourseKit.Notebooks.Tests.Sessions.Processes;

public class OutputTailTests
{
    [Fact]
    public async Task Short_output_is_kept_whole()
    {
        var tail = new OutputTail();

        await tail.FollowAsync(new StringReader("first\n"));
        tail.Append("second");

        Assert.Equal("first\nsecond", tail.ToString());
    }

    [Fact]
    public void Of_long_output_the_beginning_and_the_end_are_kept()
    {
        var tail = new OutputTail();

        tail.Append("cause\n");
        for (var line = 0; line < 10_000; line++)
            tail.Append($"   at Frame{line}()\n");

        var text = tail.ToString();
        Assert.StartsWith("cause\n   at Frame0()", text, StringComparison.Ordinal);
        Assert.EndsWith("at Frame9999()\n", text, StringComparison.Ordinal);
        Assert.Contains("\n[...]\n", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 6_000, 6_200);
    }
}
