using System.Globalization;

namespace CourseKit.Kernel.Tests.Zmtp;

/// <summary>ZeroMQ's own library at the other end; each case is a function of libzmq.py.</summary>
public class LibzmqTests
{
    [PythonFact("python3-zmq", "zmq")]
    public Task Dealers_and_requesters_are_answered() => RunAsync("answers");

    [PythonFact("python3-zmq", "zmq")]
    public Task Messages_of_many_and_of_large_frames_come_back_whole() => RunAsync("large");

    [PythonFact("python3-zmq", "zmq")]
    public Task Subscribers_hear_their_topics() => RunAsync("topics");

    [PythonFact("python3-zmq", "zmq")]
    public Task Peers_that_vanish_in_the_middle_disturb_nobody() => RunAsync("vanish");

    [PythonFact("python3-zmq", "zmq")]
    public Task A_peer_that_comes_back_under_its_name_is_answered() => RunAsync("return");

    [PythonFact("python3-zmq", "zmq")]
    public Task Heartbeats_of_the_transport_keep_a_quiet_connection() => RunAsync("heartbeat");

    [PythonFact("python3-zmq", "zmq")]
    public Task Sockets_of_the_wrong_kind_get_nothing() => RunAsync("wrong");

    [PythonFact("python3-zmq", "zmq")]
    public Task Encryption_is_not_spoken() => RunAsync("curve");

    private static async Task RunAsync(string name)
    {
        await using var sockets = new TestSockets();
        using var end = new CancellationTokenSource();
        var publishing = Task.Run(() => PublishAsync(sockets, end.Token));
        var ports = new[] { sockets.Router.EndPoint.Port, sockets.Publisher.EndPoint.Port, sockets.Reply.EndPoint.Port };

        var said = await PythonScript.RunAsync("libzmq.py", [name, .. ports.Select(port => port.ToString(CultureInfo.InvariantCulture))]);
        await end.CancelAsync();
        await publishing;

        Assert.Equal("ok\n", said);
    }

    /// <summary>Something of each topic, again and again: a subscriber is only heard of some time after it has connected.</summary>
    private static async Task PublishAsync(TestSockets sockets, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            sockets.Publish("stream", "a", "");
            sockets.Publish("status", "b");
            await Task.Delay(5, CancellationToken.None);
        }
    }
}
