using System.Diagnostics;

namespace CourseKit.Cli.Tests;

/// <summary>The command as a user runs it: a process of its own, its two streams and its exit code.</summary>
internal sealed record CourseKitProcess(int ExitCode, string Out, string Error)
{
    /// <summary>The command as it was built, in the same configuration as these tests.</summary>
    public static string Dll { get; } =
        Repository.PathOf("artifacts", "bin", "CourseKit.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "CourseKit.Cli.dll");

    /// <summary>Runs <c>coursekit</c> with <paramref name="arguments"/> in <paramref name="folder"/>.</summary>
    public static Task<CourseKitProcess> RunAsync(string folder, params string[] arguments) => StartAsync("dotnet", folder, [Dll, .. arguments]);

    public static async Task<CourseKitProcess> StartAsync(string program, string folder, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["NO_COLOR"] = "1";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new CourseKitProcess(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }
}
