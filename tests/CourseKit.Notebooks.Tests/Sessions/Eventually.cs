namespace CourseKit.Notebooks.Tests.Sessions;

/// <summary>Waits for what another process brings about, with a limit that only a defect reaches.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static async Task<T> GetAsync<T>(Func<T> look, Func<T, bool> wanted)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var seen = look();
            if (wanted(seen))
                return seen;
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Limit, $"Waited {Limit.TotalSeconds} s in vain; last seen: {seen}.");
            await Task.Delay(20);
        }
    }

    public static Task HoldsAsync(Func<bool> condition) => GetAsync(condition, holds => holds);
}
