using System.Text.Json.Nodes;
using CourseKit.Kernel.Messages;

namespace CourseKit.Kernel.Tests;

/// <summary>Requests that run no cell, and messages that are none.</summary>
public class RequestTests
{
    [Theory]
    [InlineData("kernel_info_request", "ok")]
    [InlineData("comm_info_request", "ok")]
    [InlineData("connect_request", "ok")]
    [InlineData("interrupt_request", "ok")]
    [InlineData("history_request", "error")]
    [InlineData("execute_request", "error")]
    [InlineData("complete_request", "error")]
    [InlineData("debug_request", "error")]
    [InlineData("no_such_request", "error")]
    public async Task Every_request_is_answered_between_busy_and_idle(string type, string status)
    {
        await using var kernel = await TestKernel.StartAsync();

        var answer = await kernel.AskAsync(type);

        Assert.Equal((type.Replace("_request", "_reply", StringComparison.Ordinal), status), (answer.Reply.Type, answer.Status));
        Assert.Equal(["busy", "idle"], answer.Lines);
    }

    [Theory]
    [InlineData("{\"code\": 7}")]
    [InlineData("{\"code\": null}")]
    [InlineData("{\"code\": \"half \\ud800 a pair\"}")]
    [InlineData("{\"code\": \"1\", \"silent\": \"yes\"}")]
    [InlineData("{\"code\": \"1\", \"user_expressions\": {\"a\": 1}}")]
    public async Task A_request_that_is_not_as_the_protocol_has_it_is_refused_in_words(string content)
    {
        await using var kernel = await TestKernel.StartAsync();

        var answer = await kernel.SendRawAsync("execute_request", content);
        var next = await kernel.RunAsync("print a");

        Assert.Equal(("error", "BadRequest"), (answer["status"], answer["ename"]));
        Assert.Contains("is required; received", answer["evalue"], StringComparison.Ordinal);
        Assert.Equal("ok", next.Status);
    }

    [Fact]
    public async Task The_kernel_says_what_it_is()
    {
        await using var kernel = await TestKernel.StartAsync();

        var content = (await kernel.AskAsync("kernel_info_request", channel: kernel.Control)).Reply.Content;

        Assert.Equal(("5.4", "coursekit", "1.2.3"), ($"{content["protocol_version"]}", $"{content["implementation"]}", $"{content["implementation_version"]}"));
        Assert.Equal("C# .cs text/x-csharp csharp", string.Join(' ', new[] { "name", "file_extension", "mimetype", "pygments_lexer" }.Select(field => content["language_info"]![field])));
        await kernel.HearsAsync(heard => heard.Is("busy"));
    }

    [Fact]
    public async Task Completions_are_placed_in_code_points()
    {
        await using var kernel = await TestKernel.StartAsync();
        var smile = char.ConvertFromUtf32(0x1f600);

        var content = (await kernel.AskAsync("complete_request", new JsonObject { ["code"] = $"{smile}{smile} ab{smile}c rest", ["cursor_pos"] = 7 })).Reply.Content;

        Assert.Equal(("ok", 3, 7), ($"{content["status"]}", (int)content["cursor_start"]!, (int)content["cursor_end"]!));
        Assert.Equal($"AB{smile}C", (string?)Assert.Single(content["matches"]!.AsArray()));
        Assert.Equal("{\"type\":\"method\",\"signature\":\"one line\",\"start\":3,\"end\":7}", Typed(content));
    }

    [Fact]
    public async Task What_is_known_of_a_name_is_told_as_text_and_as_markdown()
    {
        await using var kernel = await TestKernel.StartAsync();

        var found = (await kernel.AskAsync("inspect_request", new JsonObject { ["code"] = "the known thing", ["cursor_pos"] = 9 })).Reply.Content;
        var unknown = (await kernel.AskAsync("inspect_request", new JsonObject { ["code"] = "nothing" })).Reply.Content;

        Assert.Equal("true {\"text/plain\":\"int known\\n\\nWhat it is.\",\"text/markdown\":\"```csharp\\nint known\\n```\\n\\nWhat it is.\"}",
            $"{found["found"]} {found["data"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })}");
        Assert.Equal("false {}", $"{unknown["found"]} {unknown["data"]!.ToJsonString()}");
    }

    [Theory]
    [InlineData("done", "{\"status\":\"complete\"}")]
    [InlineData("open", "{\"status\":\"incomplete\",\"indent\":\"    \"}")]
    [InlineData("wrong", "{\"status\":\"invalid\"}")]
    public async Task Code_that_is_typed_is_complete_or_not(string code, string reply)
    {
        await using var kernel = await TestKernel.StartAsync();

        Assert.Equal(reply, (await kernel.AskAsync("is_complete_request", new JsonObject { ["code"] = code })).Reply.Content.ToJsonString());
    }

    private static string Typed(JsonObject content)
    {
        var item = content["metadata"]!["_jupyter_types_experimental"]![0]!.DeepClone().AsObject();
        item.Remove("text");
        return item.ToJsonString();
    }

    [Fact]
    public async Task History_is_given_by_tail_range_and_pattern()
    {
        await using var kernel = await TestKernel.StartAsync();
        foreach (var code in new[] { "value 1", "value 2", "print 3", "value 1" })
            await kernel.RunAsync(code);

        async Task<string> HistoryAsync(string json) => (await kernel.AskAsync("history_request", JsonNode.Parse(json)!.AsObject())).Reply.Content["history"]!.ToJsonString();

        Assert.Equal("[[1,3,\"print 3\"],[1,4,\"value 1\"]]", await HistoryAsync("{\"hist_access_type\": \"tail\", \"n\": 2, \"output\": false}"));
        Assert.Equal("[[1,2,[\"value 2\",\"2\"]],[1,3,[\"print 3\",null]]]", await HistoryAsync("{\"hist_access_type\": \"range\", \"session\": 0, \"start\": 2, \"stop\": 4, \"output\": true}"));
        Assert.Equal("[]", await HistoryAsync("{\"hist_access_type\": \"range\", \"session\": -1, \"start\": 0}"));
        Assert.Equal("[[1,2,\"value 2\"],[1,4,\"value 1\"]]", await HistoryAsync("{\"hist_access_type\": \"search\", \"pattern\": \"val*\", \"unique\": true}"));
        Assert.Equal("[[1,4,\"value 1\"]]", await HistoryAsync("{\"hist_access_type\": \"search\", \"pattern\": \"value ?\", \"n\": 1}"));
    }

    [Fact]
    public async Task A_comm_that_nobody_here_wants_is_closed_at_once()
    {
        await using var kernel = await TestKernel.StartAsync();

        var id = await kernel.SendAsync(kernel.Shell, "comm_open", new JsonObject { ["comm_id"] = "c", ["target_name"] = "jupyter.widget" });

        Assert.Equal(["busy", "comm_close: {\"comm_id\":\"c\",\"data\":{}}", "idle"], (await kernel.UntilIdleAsync(id)).Select(heard => heard.ToString()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Shutdown_ends_the_kernel_and_its_session_while_a_cell_runs(bool restart)
    {
        await using var kernel = await TestKernel.StartAsync();
        await kernel.SendAsync(kernel.Shell, "execute_request", TestKernel.Execute("hang"));
        await kernel.HearsAsync(heard => heard.Type == "execute_input");

        await kernel.SendAsync(kernel.Control, "shutdown_request", new JsonObject { ["restart"] = restart });
        var reply = await kernel.ReceiveAsync(kernel.Control);
        await kernel.Running;

        Assert.Equal(("shutdown_reply", "ok", restart ? "true" : "false"), (reply.Type, reply["status"], reply["restart"]));
        Assert.True(Assert.Single(kernel.Sessions).Disposed);
        Assert.DoesNotContain(kernel.IOPub, heard => heard.Type == "error");
    }

    [Fact]
    public async Task Messages_that_another_key_has_signed_or_that_come_again_run_nothing()
    {
        await using var kernel = await TestKernel.StartAsync();
        var forged = new MessageCodec(new MessageSigner("another key"), TimeProvider.System).Write([], "execute_request", TestKernel.Execute("print forged"), null);
        var unsigned = new MessageCodec(new MessageSigner(""), TimeProvider.System).Write([], "shutdown_request", [], null);

        await kernel.Shell.SendAsync(forged);
        await kernel.Shell.SendAsync(unsigned);
        await kernel.Shell.SendAsync("nothing of ours");
        var repeated = await kernel.SendTwiceAsync("execute_request", TestKernel.Execute("print once"));
        var next = await kernel.RunAsync("print next");

        Assert.Equal(("ok", "ok"), (repeated["status"], next.Status));
        Assert.Equal(["print once", "print next"], Assert.Single(kernel.Sessions).Ran);
        Assert.Equal(4, kernel.Log.Count(line => line.StartsWith("shell: a message is dropped: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_heartbeat_beats_while_a_cell_runs()
    {
        await using var kernel = await TestKernel.StartAsync();
        await kernel.SendAsync(kernel.Shell, "execute_request", TestKernel.Execute("wait"));
        await using var heart = await ZmtpClient.ConnectAsync(kernel.HeartbeatEndPoint, "REQ");

        await heart.SendAsync("", "ping");

        Assert.Equal(["", "ping"], await heart.ReceiveTextAsync());
    }
}
