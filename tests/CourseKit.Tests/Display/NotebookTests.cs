using CourseKit.Display;

namespace CourseKit.Tests.Display;

/// <summary>The bridge with each of its three hosts. One class, so that the tests do not run side by side: a host is process-wide.</summary>
[Collection("Console")]
public sealed class NotebookTests : IDisposable
{
    private readonly TextWriter _before = Console.Out;
    private readonly StringWriter _console = new();

    public NotebookTests() => Console.SetOut(_console);

    public void Dispose()
    {
        Console.SetOut(_before);
        AppContext.SetData(Notebook.HostKey, null);
        Microsoft.DotNet.Interactive.KernelInvocationContext.Current = null;
    }

    [Fact]
    public void A_host_that_offers_delegates_gets_the_value_and_its_update_under_one_id()
    {
        List<(string Verb, string Id, object Value)> calls = [];
        var log = new StringWriter();
        AppContext.SetData(Notebook.HostKey, new Dictionary<string, Delegate>
        {
            ["show"] = new Action<string, object>((id, value) => calls.Add(("show", id, value))),
            ["update"] = new Action<string, object>((id, value) => calls.Add(("update", id, value))),
            ["log"] = new Func<TextWriter>(() => log),
        });

        var first = Notebook.Show("one");
        var second = Notebook.Show("two");
        first.Update("one, later");
        Notebook.Log.Write("Iteration 1");

        Assert.Equal(["show", "show", "update"], calls.Select(call => call.Verb));
        Assert.Equal(calls[0].Id, calls[2].Id);
        Assert.NotEqual(calls[0].Id, calls[1].Id);
        Assert.Equal("one, later", calls[2].Value);
        Assert.Equal("Iteration 1", log.ToString());
        Assert.Empty(_console.ToString());
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() => [("A host without the delegate that is needed", ShowWithAnEmptyHost)];

    [Fact]
    public void In_NET_Interactive_the_context_shows_and_its_handle_updates()
    {
        var context = new Microsoft.DotNet.Interactive.KernelInvocationContext();
        Microsoft.DotNet.Interactive.KernelInvocationContext.Current = context;

        Notebook.Show("one").Update("two");

        Assert.Equal(["display one", "update two"], context.Calls);
    }

    [Fact]
    public void Without_a_host_there_is_plain_text_and_an_update_stands_below()
    {
        var shown = Notebook.Show(new Table("epoch").Add(1));
        shown.Update(1.5);
        Notebook.Log.WriteLine("Iteration 1");

        Assert.Equal("epoch\n─────\n    1\n1.5\nIteration 1\n", _console.ToString().ReplaceLineEndings("\n"));
    }

    private static void ShowWithAnEmptyHost()
    {
        AppContext.SetData(Notebook.HostKey, new Dictionary<string, Delegate>());
        try
        {
            Notebook.Show("one");
        }
        finally
        {
            AppContext.SetData(Notebook.HostKey, null);
        }
    }
}
