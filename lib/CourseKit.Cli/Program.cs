using CourseKit.Cli;
using CourseKit.Notebooks.Sessions;

// The child process of a run is this same program; it needs nothing of the command line. The course's library, which notebooks may ask for as a package, lies beside it.
return args is ["session", .. var rest]
    ? SessionHost.Run(rest, new Dictionary<string, string> { ["CourseKit"] = Path.Combine(AppContext.BaseDirectory, "CourseKit.dll") })
    : await CommandLine.RunAsync(args);
