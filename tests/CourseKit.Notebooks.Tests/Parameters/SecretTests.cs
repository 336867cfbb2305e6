using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Parameters;
using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Sessions.Wire;

namespace CourseKit.Notebooks.Tests.Parameters;

public class SecretTests
{
    private const string Secret = "s3cret&\"é\"";

    [Theory]
    [InlineData("before s3cret&\"é\" after", "before ••• after")]
    [InlineData("<b>s3cret&amp;&quot;&#233;&quot;</b>", "<b>•••</b>")]
    [InlineData("{\"a\":\"s3cret\\u0026\\u0022\\u00E9\\u0022\"}", "{\"a\":\"•••\"}")]
    [InlineData("{\"a\":\"s3cret&\\\"é\\\"\"}", "{\"a\":\"•••\"}")]
    [InlineData("?key=s3cret%26%22%C3%A9%22", "?key=•••")]
    [InlineData("czNjcmV0JiLDqSI=", "•••")]
    [InlineData("s3cret", "s3cret")]
    public void A_secret_is_blotted_out_however_it_is_written(string text, string shown)
    {
        var displayed = new SecretMask([Secret]).Of(new SessionEvent.Displayed(MimeBundle.Of(("text/html", text)), "1"));

        Assert.Equal(shown, Assert.IsType<SessionEvent.Displayed>(Assert.Single(displayed)).Data["text/html"]);
    }

    [Fact]
    public void A_secret_that_is_written_letter_by_letter_is_blotted_out_too()
    {
        var mask = new SecretMask(["secret-key", "other"]);

        var shown = "a secret-kex, a secret-key.".SelectMany(letter => mask.Of(new SessionEvent.Output("stdout", $"{letter}"))).Concat(mask.Of(new SessionEvent.Idle())).ToList();

        Assert.Equal("a secret-kex, a •••.", string.Concat(shown.OfType<SessionEvent.Output>().Select(output => output.Text)));
        Assert.IsType<SessionEvent.Idle>(shown[^1]);
    }

    [Fact]
    public void Text_that_might_have_begun_a_secret_is_not_lost()
    {
        var mask = new SecretMask(["secret"]);
        SessionEvent[] happened = [new SessionEvent.Output("stdout", "sec"), new SessionEvent.Output("stderr", "se"), new SessionEvent.Idle()];

        var shown = happened.SelectMany(mask.Of).ToList();

        Assert.Equal(["stdout:sec", "stderr:se"], shown.OfType<SessionEvent.Output>().Select(output => $"{output.Stream}:{output.Text}"));
    }

    [Fact]
    public void No_part_of_any_event_shows_a_secret()
    {
        const string Said = "it is secret-key!";
        var diagnostic = new CellDiagnostic("CS0103", DiagnosticSeverity.Error, Said, 1, 1, 1, 2);
        SessionEvent[] happened =
        [
            new SessionEvent.Output("stdout", Said),
            new SessionEvent.Displayed(MimeBundle.Of(("text/plain", Said)), "1"),
            new SessionEvent.Updated(MimeBundle.Of(("text/plain", Said)), "1"),
            new SessionEvent.Result(MimeBundle.Of(("text/plain", Said))),
            new SessionEvent.DiagnosticsReported([diagnostic]),
            new SessionEvent.Failed(new CellError { Kind = CellErrorKind.Exception, Message = Said, SourceLine = Said, StackTrace = Said, Diagnostics = [diagnostic] }),
            new SessionEvent.BackgroundFailed(new CellError { Kind = CellErrorKind.Exception, Message = Said }),
            new SessionEvent.InputRequested("1", Said, false) { Name = Said },
            new SessionEvent.Died(Said, 1, Said),
        ];
        var mask = new SecretMask(["secret-key"]);

        var shown = string.Concat(happened.SelectMany(mask.Of).Select(one => System.Text.Json.JsonSerializer.Serialize(one, WireJson.Default.SessionEvent)));

        Assert.DoesNotContain("secret-key", shown, StringComparison.Ordinal);
        Assert.Equal(14, shown.Split("\\u2022\\u2022\\u2022").Length - 1);
    }
}
