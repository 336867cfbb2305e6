namespace CourseKit.Kernel.Tests;

/// <summary>Waits for what something else brings about, with a limit that only a defect reaches.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static async Task HoldsAsync(Func<bool> condition)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Limit, $"Waited {Limit.TotalSeconds} s in vain.");
            await Task.Delay(10);
        }
    }
}
