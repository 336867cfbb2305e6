using CourseKit.Cli;
using CourseKit.Cli.Kit;
using CourseKit.Notebooks.Sessions;

KitFiles.FindLibrary();
// The child process of a run is this same program; it needs nothing of the command line.
return args is ["session", .. var rest] ? SessionHost.Run(rest) : await CommandLine.RunAsync(args);
