using System.Diagnostics;

namespace CourseKit.Cli.Tests.House;

/// <summary>The folder that a notebook's <c>#r</c> line needs, made from what is in git and nothing else.</summary>
public sealed class KitTests : IDisposable
{
    private readonly TemporaryFolder _clone = new();

    public void Dispose() => _clone.Dispose();

    [Fact]
    public async Task Every_build_of_a_clean_copy_fills_the_kit_with_all_that_a_notebook_needs()
    {
        CopyTrackedFiles();
        _clone.Write("notebooks/01-kit.dib", """
            #!csharp
            #r "../artifacts/kit/CourseKit.dll"
            using CourseKit.Data;
            Digits.Load().Count
            #!csharp
            System.Numerics.Tensors.TensorPrimitives.Sum<float>([1f, 2f])
            """);

        foreach (var configuration in new[] { "Debug", "Release" })
        {
            var build = await CourseKitProcess.StartAsync("dotnet", _clone.Path, ["build", "lib/CourseKit", "-c", configuration, "-nodeReuse:false"]);
            var run = await CourseKitProcess.RunAsync(_clone.Path, "run", "notebooks/01-kit.dib", "--out", "out");

            Assert.True(build.ExitCode == 0, build.Out + build.Error);
            Assert.True(run.ExitCode == 0, run.Out + run.Error);
            Assert.Contains(" │ 1797\n", run.Out, StringComparison.Ordinal);
            Assert.True(_clone.Has("artifacts/kit/CourseKit.xml"));
            Directory.Delete(Path.Combine(_clone.Path, "artifacts"), recursive: true);
        }
    }

    private void CopyTrackedFiles()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        })!;
        foreach (var file in git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Repository.PathOf(file))))
        {
            var copy = Path.Combine(_clone.Path, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Repository.PathOf(file), copy);
        }
        git.WaitForExit();
    }
}
