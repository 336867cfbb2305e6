using CourseKit.Cli;
using CourseKit.Cli.Jupyter;
using CourseKit.Cli.Kit;
using CourseKit.Notebooks.Sessions;

KitFiles.FindLibrary();
// The child process of a run is this same program; it needs nothing of the command line. The course's library, which notebooks may ask for as a package, lies beside it
// or, in a kit, in the folder above.
return args switch
{
    ["session", .. var rest] => SessionHost.Run(rest, new Dictionary<string, string> { ["CourseKit"] = KitFiles.Library }),
    // As front ends start it: the command line, which nobody has typed, would take a tenth of a second.
    ["jupyter", "run", "--connection-file", var file] => await KernelProgram.RunAsync(file),
    _ => await CommandLine.RunAsync(args),
};
