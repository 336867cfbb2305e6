using CourseKit.Notebooks.Sessions;

return args is ["session", .. var rest] ? SessionHost.Run(rest) : 2;
