using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CourseKit.Kernel.Tests.Execution;

public partial class ExecuteTests
{
    [Fact]
    public async Task A_cell_is_told_from_busy_to_idle()
    {
        await using var kernel = await TestKernel.StartAsync();

        var first = await kernel.RunAsync("print hello\nshow <b>\nupdate again\nvalue 7");
        var second = await kernel.RunAsync("nothing");

        Assert.Equal(
        [
            "busy", "execute_input: {\"code\":\"print hello\\nshow <b>\\nupdate again\\nvalue 7\",\"execution_count\":1}", "stdout: hello",
            "display_data: {\"data\":{\"text/html\":\"<b>\",\"application/json\":{\"a\":[1,null]},\"application/vnd.x+json\":\"no JSON\"},\"metadata\":{},\"transient\":{\"display_id\":\"d-1\"}}",
            "update_display_data: {\"data\":{\"text/plain\":\"again\"},\"metadata\":{},\"transient\":{\"display_id\":\"d-1\"}}",
            "execute_result: {\"execution_count\":1,\"data\":{\"text/plain\":\"7\"},\"metadata\":{}}", "idle",
        ], first.Lines.Select(line => SessionsName().Replace(line, "")));
        Assert.Equal("{\"status\":\"ok\",\"execution_count\":2,\"user_expressions\":{},\"payload\":[]}", second.Reply.Content.ToJsonString());
    }

    [Fact]
    public async Task An_exception_is_told_and_replied()
    {
        await using var kernel = await TestKernel.StartAsync();

        var answer = await kernel.RunAsync("throw boom\nprint not reached");

        Assert.Equal(("error", "System.Exception", "boom"), (answer.Status, answer.Reply["ename"], answer.Reply["evalue"]));
        Assert.Equal(["\e[31mSystem.Exception: boom\e[0m", "   at cell 1, line 1"], answer.Reply.Content["traceback"]!.AsArray().Select(line => (string)line!));
        Assert.Equal(["busy", "error: boom", "idle"], answer.Lines.Where(line => !line.StartsWith("execute_input", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task All_errors_of_the_compiler_stand_in_the_traceback()
    {
        await using var kernel = await TestKernel.StartAsync();

        var answer = await kernel.RunAsync("refuse nothing of this name");

        Assert.Equal("CompileError", answer.Reply["ename"]);
        Assert.Equal(["\e[31m(1,1): error CS0103: nothing of this name\e[0m", "\e[31m(2,1): error CS1002: ; expected\e[0m"], answer.Reply.Content["traceback"]!.AsArray().Select(line => (string)line!));
    }

    [Fact]
    public async Task Cells_that_wait_are_aborted_when_one_fails_and_other_requests_are_not()
    {
        await using var kernel = await TestKernel.StartAsync();

        await kernel.SendAsync(kernel.Shell, "execute_request", TestKernel.Execute("wait\nthrow boom"));
        foreach (var code in new[] { "print a", "print b" })
            await kernel.SendAsync(kernel.Shell, "execute_request", TestKernel.Execute(code));
        await kernel.SendAsync(kernel.Shell, "kernel_info_request", []);
        await kernel.HearsAsync(heard => heard.Type == "execute_input");
        await Eventually.HoldsAsync(() => kernel.Waiting == 3);
        await kernel.Sessions[0].AnswerAsync("q", "go on");
        var replies = new List<Heard>();
        for (var i = 0; i < 4; i++)
            replies.Add(await kernel.ReceiveAsync(kernel.Shell));
        var after = await kernel.RunAsync("print c");

        Assert.Equal(["error", "aborted", "aborted", "ok"], replies.Select(reply => reply["status"]));
        Assert.Equal(("ok", "2"), (after.Status, after.Reply["execution_count"]));
        Assert.Equal(["wait\nthrow boom", "print c"], kernel.Sessions[0].Ran);
    }

    [Fact]
    public async Task Cells_that_wait_run_where_an_error_is_not_to_stop_them()
    {
        await using var kernel = await TestKernel.StartAsync();
        var failing = TestKernel.Execute("wait\nthrow boom");
        failing["stop_on_error"] = false;

        await kernel.SendAsync(kernel.Shell, "execute_request", failing);
        await kernel.SendAsync(kernel.Shell, "execute_request", TestKernel.Execute("print a"));
        await kernel.HearsAsync(heard => heard.Type == "execute_input");
        await Eventually.HoldsAsync(() => kernel.Waiting == 1);
        await kernel.Sessions[0].AnswerAsync("q", "go on");

        Assert.Equal("error", (await kernel.ReceiveAsync(kernel.Shell))["status"]);
        Assert.Equal("ok", (await kernel.ReceiveAsync(kernel.Shell))["status"]);
    }

    [Fact]
    public async Task A_silent_cell_is_told_to_nobody_and_not_counted()
    {
        await using var kernel = await TestKernel.StartAsync();

        var silent = await kernel.RunAsync("print a\nvalue 7", content => content["silent"] = true);
        var failing = await kernel.RunAsync("throw boom", content => content["silent"] = true);
        var loud = await kernel.RunAsync("print b");
        var history = await kernel.AskAsync("history_request", new JsonObject { ["hist_access_type"] = "tail", ["n"] = 10 });

        Assert.Equal(["busy", "idle"], silent.Lines);
        Assert.Equal(["busy", "idle"], failing.Lines);
        Assert.Equal(("error", "1"), (failing.Status, loud.Reply["execution_count"]));
        Assert.Equal("[[1,1,\"print b\"]]", history.Reply.Content["history"]!.ToJsonString());
    }

    [Fact]
    public async Task A_cell_that_is_not_to_be_kept_is_not()
    {
        await using var kernel = await TestKernel.StartAsync();

        await kernel.RunAsync("print a", content => content["store_history"] = false);
        var next = await kernel.RunAsync("print b");

        Assert.Equal("1", next.Reply["execution_count"]);
    }

    [Fact]
    public async Task Expressions_are_evaluated_after_a_cell_that_went_well()
    {
        await using var kernel = await TestKernel.StartAsync();
        static void With(JsonObject content) => content["user_expressions"] = new JsonObject { ["good"] = "value 7", ["bad"] = "throw no" };

        var well = await kernel.RunAsync("print a", With);
        var ill = await kernel.RunAsync("throw b", With);

        var values = well.Reply.Content["user_expressions"]!;
        Assert.Equal("{\"status\":\"ok\",\"data\":{\"text/plain\":\"7\"},\"metadata\":{}}", values["good"]!.ToJsonString());
        Assert.Equal("error no", $"{values["bad"]!["status"]} {values["bad"]!["evalue"]}");
        Assert.DoesNotContain(well.IOPub, heard => heard.Type is "execute_result" or "error");
        Assert.Equal("{}", ill.Reply.Content["user_expressions"]!.ToJsonString());
    }

    [Fact]
    public async Task The_text_of_a_cell_is_cut_in_the_middle_when_it_is_too_much()
    {
        await using var kernel = await TestKernel.StartAsync(options => options with { CellText = 100_000 });

        var answer = await kernel.RunAsync(string.Concat(Enumerable.Repeat("many 30000\n", 10)) + "print the end");

        var texts = answer.IOPub.Where(heard => heard.Type == "stream").Select(heard => heard["text"]!).ToArray();
        Assert.Equal(100_000, texts[..4].Sum(text => text.Length));
        Assert.StartsWith("\n[… left out here: ", texts[4], StringComparison.Ordinal);
        Assert.EndsWith("xxxthe end", texts[5], StringComparison.Ordinal);
        Assert.Equal(6, texts.Length);
    }

    [Fact]
    public async Task What_a_cell_left_running_puts_out_lands_below_that_cell()
    {
        await using var kernel = await TestKernel.StartAsync();
        var first = await kernel.RunAsync("print a");
        await kernel.RunAsync("print b");

        kernel.Sessions[0].Later(new Notebooks.Sessions.SessionEvent.Output("stdout", "between") { CellId = first.Id });
        await kernel.HearsAsync(heard => heard["text"] == "between");
        await kernel.RunAsync($"late {first.Id}");

        Assert.Equal([first.Id, first.Id], kernel.IOPub.Where(heard => heard["text"] is "between" or "late").Select(heard => heard.Parent));
    }

    [Fact]
    public async Task A_display_id_of_a_session_that_has_ended_is_not_met_again()
    {
        await using var kernel = await TestKernel.StartAsync();

        var ended = await kernel.RunAsync("show a\ndie here");
        var fresh = await kernel.RunAsync("show b\nupdate c");

        Assert.Equal(IdOf(fresh, "display_data"), IdOf(fresh, "update_display_data"));
        Assert.NotEqual(IdOf(ended, "display_data"), IdOf(fresh, "display_data"));
    }

    private static string? IdOf(Answer answer, string type) => (string?)answer.IOPub.Single(heard => heard.Type == type).Content["transient"]!["display_id"];

    [GeneratedRegex("[0-9a-f]{32}-(?=d-1)")]
    private static partial Regex SessionsName();
}
