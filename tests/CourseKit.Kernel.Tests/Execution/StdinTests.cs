using System.Text.Json.Nodes;

namespace CourseKit.Kernel.Tests.Execution;

public class StdinTests
{
    [Fact]
    public async Task A_question_goes_to_who_sent_the_cell_and_the_answer_to_the_cell()
    {
        await using var kernel = await TestKernel.StartAsync();
        var id = await kernel.SendAsync(kernel.Shell, "execute_request", TestKernel.Execute("ask Your name?"));

        var asked = await kernel.ReceiveAsync(kernel.Stdin);
        await kernel.SendAsync(kernel.Stdin, "input_reply", new JsonObject { ["value"] = "Ada" });
        var reply = await kernel.ReceiveAsync(kernel.Shell);
        var told = await kernel.UntilIdleAsync(id);

        Assert.Equal($"input_request: {{\"prompt\":\"Your name?\",\"password\":false}}", asked.ToString());
        Assert.Equal((id, "ok"), (asked.Parent, reply["status"]));
        Assert.Contains("stdout: Your name?: Ada", told.Select(heard => heard.ToString()));
    }

    [Fact]
    public async Task A_secret_is_asked_for_as_one()
    {
        await using var kernel = await TestKernel.StartAsync();
        await kernel.SendAsync(kernel.Shell, "execute_request", TestKernel.Execute("ask password"));

        var asked = await kernel.ReceiveAsync(kernel.Stdin);
        await kernel.SendAsync(kernel.Stdin, "input_reply", new JsonObject { ["value"] = "x" });

        Assert.Equal("true", asked["password"]);
    }

    [Fact]
    public async Task Where_nobody_can_type_the_cell_fails()
    {
        await using var kernel = await TestKernel.StartAsync();

        var answer = await kernel.RunAsync("ask Your name?", content => content["allow_stdin"] = false);

        Assert.Equal(("error", "Input not provided."), (answer.Status, answer.Reply["evalue"]));
    }

    [Fact]
    public async Task A_cell_that_asks_can_be_interrupted_and_the_answer_that_comes_too_late_goes_nowhere()
    {
        await using var kernel = await TestKernel.StartAsync();
        await kernel.SendAsync(kernel.Shell, "execute_request", TestKernel.Execute("ask Your name?"));
        await kernel.ReceiveAsync(kernel.Stdin);

        await kernel.AskAsync("interrupt_request", channel: kernel.Control);
        var interrupted = await kernel.ReceiveAsync(kernel.Shell);
        await kernel.SendAsync(kernel.Stdin, "input_reply", new JsonObject { ["value"] = "too late" });
        await kernel.SendAsync(kernel.Stdin, "no_reply", []);
        await Eventually.HoldsAsync(() => kernel.Log.Any(line => line.Contains("no_reply", StringComparison.Ordinal)));
        await kernel.SendAsync(kernel.Shell, "execute_request", TestKernel.Execute("ask Again?"));
        var asked = await kernel.ReceiveAsync(kernel.Stdin);
        await kernel.SendAsync(kernel.Stdin, "input_reply", new JsonObject { ["value"] = "in time" });
        var reply = await kernel.ReceiveAsync(kernel.Shell);

        Assert.Equal(("Interrupted", "Again?", "ok"), (interrupted["ename"], asked["prompt"], reply["status"]));
        Assert.Equal(["in time"], kernel.Sessions[0].Answers.Select(answer => answer.Text));
    }

    [Fact]
    public async Task An_answer_of_somebody_else_is_not_taken()
    {
        await using var kernel = await TestKernel.StartAsync();
        await using var other = await ZmtpClient.ConnectAsync(kernel.StdinEndPoint, "DEALER", "somebody else");
        await kernel.SendAsync(kernel.Shell, "execute_request", TestKernel.Execute("ask Your name?"));
        await kernel.ReceiveAsync(kernel.Stdin);

        await kernel.SendAsync(other, "input_reply", new JsonObject { ["value"] = "Mallory" });
        await kernel.SendAsync(kernel.Stdin, "input_reply", new JsonObject { ["value"] = "Ada" });
        await kernel.ReceiveAsync(kernel.Shell);

        Assert.DoesNotContain("Mallory", Assert.Single(kernel.Sessions[0].Answers).Text, StringComparison.Ordinal);
    }
}
