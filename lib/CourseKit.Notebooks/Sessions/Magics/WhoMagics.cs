using System.Net;
using System.Text;
using CourseKit.Notebooks.Display;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions.Scripting;

namespace CourseKit.Notebooks.Sessions.Magics;

/// <summary><c>#!who</c> and <c>#!whos</c>: the variables of the notebook.</summary>
internal static class WhoMagics
{
    public static Magic Names { get; } = new()
    {
        Name = "#!who",
        Description = "lists the variables",
        Prepare = (_, context) => () =>
        {
            var names = context.Script.Variables.Select(variable => variable.Name).ToList();
            var html = HtmlText.Plain($"[ {string.Join(", ", names.Select(name => $"{name}\t "))} ]");
            MagicContext.Show(MimeBundle.Of(("text/html", $"<div>{html}</div>"), ("text/plain", string.Join(' ', names))));
        },
    };

    public static Magic Table { get; } = new()
    {
        Name = "#!whos",
        Description = "lists the variables with their types and values",
        Prepare = (_, context) => () => MagicContext.Show(Bundle([.. context.Script.Variables])),
    };

    private static MimeBundle Bundle(IReadOnlyList<ScriptVariable> variables)
    {
        var html = new StringBuilder("<table><thead><tr><th>Variable</th><th>Type</th><th>Value</th></tr></thead><tbody>");
        foreach (var (name, value) in variables)
            html.Append("<tr><td>").Append(WebUtility.HtmlEncode(name)).Append("</td><td>")
                .Append(value is null ? HtmlText.Plain("<null>") : TypeHtml.Of(value.GetType())).Append("</td><td>")
                .Append(ValueFormatter.Html(value)).Append("</td></tr>");
        var text = variables.Select(variable => $"{variable.Name}: {TypeNames.Of(variable.Value?.GetType())} = {Summaries.Of(variable.Value)}");
        return MimeBundle.Of(("text/html", html.Append("</tbody></table>").ToString()), ("text/plain", string.Join('\n', text)));
    }
}
