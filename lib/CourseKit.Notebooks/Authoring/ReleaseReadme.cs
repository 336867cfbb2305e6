using CourseKit.Notebooks.Running;

namespace CourseKit.Notebooks.Authoring;

/// <summary>What the students read first.</summary>
internal static class ReleaseReadme
{
    public static string Write(Assignment assignment, string notebook, string command)
    {
        var ask = assignment.Questions.Count > 0 ? ", and your answers where it says so" : "";
        var text = $"""
            # {assignment.Title}

            You need the .NET 10 SDK and nothing else; library and runner are in `kit/`.

            1. Open `{notebook}` and write your code in place of every `throw new NotImplementedException("…: your code here")`{ask}.
            2. Run it in this folder. The page with the results is then `artifacts/notebooks/{assignment.Name}.html`.

                   {command} run {notebook}

            3. Before you hand in `{notebook}`, look what is still missing:

                   {command} assignment validate {notebook}

            """;
        string[] rows =
        [
            .. assignment.Tests.Select(test => $"| {test.Name} | {GradedTask.Text(test.Points)} |"),
            .. assignment.Questions.Select(question => $"| {question.Name} (read by a person) | {GradedTask.Text(question.Points)} |"),
        ];
        if (rows.Length == 0)
            return text;
        return $"{text}\n| task | worth |\n|---|---|\n{string.Join('\n', rows)}\n\n" +
            "Leave the cells that begin with `// coursekit: test` as they are. When your work is graded they run again as they were handed out, and more with them.\n";
    }
}
