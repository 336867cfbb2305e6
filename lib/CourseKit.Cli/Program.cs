using CourseKit.Cli;
using CourseKit.Notebooks.Sessions;

// The child process of a run is this same program; it needs nothing of the command line.
return args is ["session", .. var rest] ? SessionHost.Run(rest) : await CommandLine.RunAsync(args);
