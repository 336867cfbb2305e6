using System.Net.Sockets;

namespace CourseKit.Notebooks.Tests.Packages;

/// <summary>A test that takes a package from nuget.org: skipped where nothing answers there. Each stands in tests/allowed-skips.txt.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FeedFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> Answers = new(() =>
    {
        try
        {
            using var client = new TcpClient();
            return client.ConnectAsync("api.nuget.org", 443).Wait(TimeSpan.FromSeconds(5));
        }
        catch (AggregateException)
        {
            return false;
        }
    });

    public FeedFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("COURSEKIT_OFFLINE") == "1" || !Answers.Value)
            Skip = "nuget.org does not answer";
    }
}
