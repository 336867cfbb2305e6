namespace CourseKit.Notebooks.Packages;

/// <summary>Gets packages: from what was restored before, else through the SDK.</summary>
internal sealed class PackageRestore
{
    private const string Project = "packages.csproj";

    private static readonly string[] Arguments = ["restore", Project, "-nologo", "-tl:off", "-clp:NoSummary;DisableConsoleColor", "-maxcpucount:1"];

    /// <summary>The notebook's folder, from which NuGet looks for the user's configuration.</summary>
    public required string Folder { get; init; }

    /// <summary>An empty folder for the project.</summary>
    public required string Scratch { get; init; }

    public RestoreCache Cache { get; init; } = RestoreCache.Default;

    /// <summary>How long the SDK may take. Default <c>COURSEKIT_RESTORE_TIMEOUT</c> in seconds, else 3 min.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(
        double.TryParse(Environment.GetEnvironmentVariable("COURSEKIT_RESTORE_TIMEOUT"), System.Globalization.CultureInfo.InvariantCulture, out var seconds) ? seconds : 180);

    /// <summary>Whether no feed may be asked. Default: <c>COURSEKIT_OFFLINE</c> is 1.</summary>
    public bool IsOffline { get; init; } = Environment.GetEnvironmentVariable("COURSEKIT_OFFLINE") == "1";

    /// <summary>Gets them.</summary>
    /// <param name="request">All that the notebook has asked for so far.</param>
    /// <param name="progress">Told once a second how long it has taken.</param>
    /// <param name="stop">Ends the SDK.</param>
    /// <exception cref="PackageException">One cannot be had; the message has the feed's answer.</exception>
    public RestoredPackages Get(PackageRequest request, Action<TimeSpan> progress, CancellationToken stop)
    {
        if (Cache.Find(request) is { } known)
            return known;
        Directory.CreateDirectory(Scratch);
        var process = new RestoreProcess(Timeout, progress);
        var machine = IsOffline ? Machine : null;
        var output = Run(process, request, machine, stop);
        string[] remarks = [];
        if (machine is null && output.IsUnreachable)
        {
            machine = Machine;
            if (Run(process, request, machine, stop) is { ExitCode: 0 } local)
                (output, remarks) = (local, ["The feed did not answer; these packages were on this machine already."]);
        }
        if (output.ExitCode != 0)
            throw Failure(request, output);
        var packages = AssetsFile.Read(Path.Combine(Scratch, "obj", "project.assets.json")) with { Warnings = [.. remarks, .. output.Warnings] };
        // What was chosen among the packages of this machine alone is not what the feed would say tomorrow.
        if (machine is null)
            Cache.Keep(request, packages);
        return packages;
    }

    private RestoreProcess.RestoreOutput Run(RestoreProcess process, PackageRequest request, string? only, CancellationToken stop)
    {
        File.WriteAllText(Path.Combine(Scratch, Project), RestoreProject.Text(request, Folder, only));
        return process.Run(Scratch, Arguments, stop);
    }

    /// <summary>NuGet's folder of packages on this machine, which is a feed too; where NuGet has it unless it is told otherwise.</summary>
    private static string Machine => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
        ? named
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    internal PackageException Failure(PackageRequest request, RestoreProcess.RestoreOutput output)
    {
        var answer = output.Errors.Count > 0 ? string.Join("\n", output.Errors) : output.Text.Trim();
        var blamed = request.References.Where(reference => answer.Contains($"package {reference.Id}", StringComparison.OrdinalIgnoreCase)
            || answer.Contains($"'{reference.Id}'", StringComparison.OrdinalIgnoreCase)).ToList();
        var which = string.Join(" and ", (blamed.Count > 0 ? blamed : request.References).Select(reference => $"\"nuget:{reference}\""));
        var offline = IsOffline ? " COURSEKIT_OFFLINE is 1: only packages that are on this machine can be had." : "";
        return new PackageException($"#r {which}: it cannot be restored.{offline} The feed's answer:\n{answer}", blamed.FirstOrDefault()?.Id);
    }
}
