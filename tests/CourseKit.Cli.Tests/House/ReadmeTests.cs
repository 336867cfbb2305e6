using System.Text.RegularExpressions;

namespace CourseKit.Cli.Tests.House;

/// <summary>What the README says is so.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private static readonly string Readme = File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Its_code_runs_in_a_notebook()
    {
        var blocks = CodeBlock().Matches(Readme).Select(match => match.Groups[1].Value).ToArray();
        var kit = Repository.PathOf("artifacts", "kit", "CourseKit.dll").Replace('\\', '/');
        _folder.Write("readme.dib", $"#!csharp\n#r \"{kit}\"\n" + string.Concat(blocks.Select(block => $"#!csharp\n{block}\n")));

        var run = await CourseKitProcess.RunAsync(_folder.Path, "run", "readme.dib");

        Assert.NotEmpty(blocks);
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
    }

    [Fact]
    public void Every_file_and_folder_that_it_links_to_is_there()
    {
        var targets = Link().Matches(Readme).Select(match => match.Groups[1].Value).Where(target => !target.Contains("://", StringComparison.Ordinal));

        Assert.All(targets, target => Assert.True(Path.Exists(Repository.PathOf(target)), target));
    }

    [Fact]
    public void Its_two_commands_are_those_that_the_build_server_runs()
    {
        Assert.Contains("\n    dotnet run -c Release --project lib/CourseKit.Cli -- run notebooks\n", Readme, StringComparison.Ordinal);
        Assert.Contains("\n    dotnet test -c Release CourseKit.sln\n", Readme, StringComparison.Ordinal);
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();
}
