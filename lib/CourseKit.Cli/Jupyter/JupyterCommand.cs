using System.CommandLine;
using CourseKit.Cli.Run;
using CourseKit.Kernel.Installation;
using CourseKit.Notebooks.Running;

namespace CourseKit.Cli.Jupyter;

/// <summary><c>coursekit jupyter install|uninstall|run</c></summary>
internal static class JupyterCommand
{
    private const string Description =
        """
        Lets Jupyter (Notebook, JupyterLab, VS Code's Jupyter extension) run C# notebooks with this program.

        Examples:
          coursekit jupyter install                     for this user, in every environment
          coursekit jupyter install --prefix .venv      for one environment
          coursekit jupyter uninstall
        """;

    public static Command Create() => new("jupyter", Description)
    {
        Placed("install", $"Tells Jupyter of the kernel \"{KernelSpec.DisplayName}\"; replaces what an earlier release has told it.", Install),
        Placed("uninstall", "Takes the kernel from Jupyter's list.", Uninstall),
        Run(),
    };

    private static Command Placed(string name, string description, Func<string, InvocationConfiguration, int> act)
    {
        var user = new Option<bool>("--user") { Description = "In the user's own folder. This is the default." };
        var prefix = new Option<string?>("--prefix") { Description = "In the environment of this folder (Python's sys.prefix).", HelpName = "FOLDER" };
        var command = new Command(name, description) { user, prefix };
        command.Validators.Add(result =>
        {
            if (result.GetValue(user) && result.GetValue(prefix) is not null)
                result.AddError($"jupyter {name}: --user or --prefix is required; received both.");
        });
        command.SetAction(parsed => Guard(parsed.InvocationConfiguration, () =>
            act(parsed.GetValue(prefix) is { } folder ? KernelFolders.OfPrefix(folder) : KernelFolders.OfUser(), parsed.InvocationConfiguration)));
        return command;
    }

    private static int Install(string kernels, InvocationConfiguration console)
    {
        var folder = KernelSpec.Install(kernels, SessionProgram.Command());
        console.Output.WriteLine($"✓ {folder.Replace('\\', '/')}: Jupyter lists it as \"{KernelSpec.DisplayName}\"");
        return ExitCode.Passed;
    }

    private static int Uninstall(string kernels, InvocationConfiguration console)
    {
        if (KernelSpec.Uninstall(kernels) is { } folder)
        {
            console.Output.WriteLine($"✓ {folder.Replace('\\', '/')}: removed");
            return ExitCode.Passed;
        }
        var missing = Path.Combine(kernels, KernelSpec.Name).Replace('\\', '/');
        console.Error.WriteLine($"coursekit: {missing}: an installed kernel is required; there is none. See: jupyter kernelspec list");
        return ExitCode.CellFailed;
    }

    private static Command Run()
    {
        var file = new Option<string>("--connection-file", "-f") { Description = "What the front end has written.", HelpName = "FILE", Required = true };
        var command = new Command("run", "The kernel itself; front ends start it.") { file };
        command.SetAction((parsed, cancellation) => KernelProgram.ServeAsync(parsed.GetRequiredValue(file), parsed.InvocationConfiguration.Error, cancellation));
        return command;
    }

    private static int Guard(InvocationConfiguration console, Func<int> act)
    {
        try
        {
            return act();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"coursekit: {error.Message}");
            return ExitCode.Usage;
        }
    }
}
