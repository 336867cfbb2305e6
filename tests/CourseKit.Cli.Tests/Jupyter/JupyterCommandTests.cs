using System.Text.Json.Nodes;

namespace CourseKit.Cli.Tests.Jupyter;

public sealed class JupyterCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData]
    [InlineData("--user")]
    public async Task The_kernel_is_installed_for_the_user_and_removed(params string[] options)
    {
        var install = await RunAsync(["jupyter", "install", .. options]);
        var command = JsonNode.Parse(_folder.Read("kernels/coursekit-csharp/kernel.json"))!["argv"]!.AsArray().Select(part => (string)part!).ToArray();
        var uninstall = await RunAsync(["jupyter", "uninstall", .. options]);
        var again = await RunAsync(["jupyter", "uninstall", .. options]);

        Assert.Equal((0, 0, 1), (install.ExitCode, uninstall.ExitCode, again.ExitCode));
        Assert.Equal([CourseKitProcess.Dll, "jupyter", "run", "--connection-file", "{connection_file}"], command[1..]);
        Assert.True(File.Exists(command[0]));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "kernels", "coursekit-csharp")));
    }

    private Task<CourseKitProcess> RunAsync(string[] arguments) =>
        CourseKitProcess.StartAsync("dotnet", _folder.Path, [CourseKitProcess.Dll, .. arguments], ("JUPYTER_DATA_DIR", _folder.Path));
}
