using CourseKit.Cli;
using CourseKit.Cli.Jupyter;
using CourseKit.Cli.Kit;
using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Sessions.Compilers;

KitFiles.FindLibrary();
// The child processes of a run are this same program; they need nothing of the command line. The course's library, which notebooks may ask for as a package, lies beside it
// or, in a kit, in the folder above.
return args switch
{
    ["session", .. var rest] => SessionHost.Run(rest, new Dictionary<string, string> { ["CourseKit"] = KitFiles.Library }),
    ["compiler", .. var rest] => CompilerHost.Run(rest),
    // As front ends start it: the command line, which nobody has typed, would take a tenth of a second.
    ["jupyter", "run", "--connection-file", var file] => await KernelProgram.RunAsync(file),
    _ => await CommandLine.RunAsync(args),
};
