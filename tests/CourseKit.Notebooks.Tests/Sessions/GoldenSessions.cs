using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Sessions;

/// <summary>The sessions in which golden notebooks run, each once. The next one is started while one is at work.</summary>
public class GoldenSessions : IAsyncLifetime
{
    private const string Reset = "Microsoft.DotNet.Interactive.Formatting.Formatter.ResetToDefault();";

    /// <summary>Cases that only show values may share a session; the others ask what there is in theirs.</summary>
    private static readonly string[] Sharing = ["fmt_", "expr_", "display_"];

    private readonly Dictionary<string, IReadOnlyList<string>> _ran = [];
    private Task<ChildSession> _shared = null!, _next = null!;

    /// <summary>How a session is started.</summary>
    private protected virtual SessionOptions Options => TestSession.OptionsOfOwn(GoldenCase.Folder);

    public Task InitializeAsync()
    {
        (_shared, _next) = (StartAsync(), StartAsync());
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await (await _shared).DisposeAsync();
        await (await _next).DisposeAsync();
    }

    /// <summary>What a case's cells put out.</summary>
    internal async Task<IReadOnlyList<string>> RunAsync(GoldenCase golden)
    {
        if (_ran.TryGetValue(golden.Name, out var known))
            return known;
        if (Array.Exists(Sharing, prefix => golden.Name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            await foreach (var _ in (await _shared).ExecuteAsync(new CellRequest("reset", Reset, null, 0, 0)))
            {
                // Only its end matters.
            }
            return _ran[golden.Name] = await golden.RunAsync(await _shared);
        }
        await using var session = await _next;
        _next = StartAsync();
        return _ran[golden.Name] = await golden.RunAsync(session);
    }

    private Task<ChildSession> StartAsync() => ChildSession.StartAsync(Options with
    {
        Environment = new Dictionary<string, string?> { ["TZ"] = "UTC" },
    });
}

/// <summary>The same with a compiler that they share.</summary>
public sealed class OneCompilerSessions : GoldenSessions
{
    private protected override SessionOptions Options => TestSession.Options(GoldenCase.Folder);
}
