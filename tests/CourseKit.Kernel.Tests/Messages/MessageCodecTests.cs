using System.Text;
using System.Text.Json.Nodes;
using CourseKit.Kernel.Messages;

namespace CourseKit.Kernel.Tests.Messages;

public class MessageCodecTests
{
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();

    [Fact]
    public void A_signature_is_what_Pythons_hmac_says()
    {
        // hmac.new(b"key", b'{"msg_id":"1"}' + b"{}" + b"{}" + b'{"code":"1 + 1"}', "sha256").hexdigest()
        const string FromPython = "66a3e5724d3b10c113bf637af55caa47ee1b2aa97ea9c4bf5c5077f73de2790e";

        var signature = new MessageSigner("key").Sign(Bytes("{\"msg_id\":\"1\"}"), Bytes("{}"), Bytes("{}"), Bytes("{\"code\":\"1 + 1\"}"));

        Assert.Equal(FromPython, Encoding.ASCII.GetString(signature));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a key")]
    public void A_message_is_read_as_it_was_written(string key)
    {
        var codec = Codec(key);
        var content = new JsonObject { ["code"] = "\"ü\\n\ud83d\ude00\"" };

        var read = codec.Read(codec.Write([[1], [2, 3]], "execute_request", content, Bytes("{\"msg_id\":\"parent\"}")));

        Assert.Equal([[1], [2, 3]], read.Envelope);
        Assert.Equal(("execute_request", "5.4"), (read.Header.Type, read.Header.Version));
        Assert.Equal("\"ü\\n\ud83d\ude00\"", read.Content.Text("code"));
        Assert.Equal("execute_reply", read.ReplyType);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_change_of_any_signed_part_is_noticed(int part)
    {
        var frames = Codec("key").Write([], "execute_request", new JsonObject { ["code"] = "1" }, null);
        frames[part] = [.. frames[part], (byte)' '];

        var error = Assert.Throws<MessageException>(() => Codec("key").Read(frames));

        Assert.StartsWith("the signature", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another key")]
    [InlineData("")]
    public void A_message_that_another_key_or_none_has_signed_is_dropped(string key)
    {
        var frames = Codec(key).Write([], "shutdown_request", [], null);

        Assert.Throws<MessageException>(() => Codec("key").Read(frames));
    }

    [Fact]
    public void A_message_is_taken_once()
    {
        var codec = Codec("key");
        var frames = codec.Write([], "execute_request", new JsonObject { ["code"] = "1" }, null);
        codec.Read(frames);

        var error = Assert.Throws<MessageException>(() => codec.Read(frames));

        Assert.Contains("for the second time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_sent_as_the_replacement_character()
    {
        var frames = Codec("").Write([], "stream", new JsonObject { ["text"] = "a\ud800b" }, null);

        Assert.Equal("a\ufffdb", MessageJson.Parse(frames[^1]).Text("text"));
    }

    [Theory]
    [InlineData("not JSON", "{}")]
    [InlineData("[]", "{}")]
    [InlineData("{\"msg_id\":\"1\",\"session\":\"s\"}", "{}")]
    [InlineData("{\"msg_id\":1,\"session\":\"s\",\"msg_type\":\"t\"}", "{}")]
    [InlineData("{\"msg_id\":\"1\",\"session\":\"s\",\"msg_type\":\"half \\ud800 a pair\"}", "{}")]
    [InlineData("{\"msg_id\":\"1\",\"session\":\"s\",\"msg_type\":\"t\"}", "7")]
    [InlineData("{\"msg_id\":\"1\",\"session\":\"s\",\"msg_type\":\"t\"}", "{\"code\": \"1\"")]
    public void What_is_no_header_or_no_content_is_dropped(string header, string content) =>
        Assert.Throws<MessageException>(() => Codec("").Read([Delimiter, [], Bytes(header), Bytes("{}"), Bytes("{}"), Bytes(content)]));

    [Fact]
    public void A_message_without_delimiter_or_without_all_its_parts_is_dropped()
    {
        Assert.Throws<MessageException>(() => Codec("").Read([]));
        Assert.Throws<MessageException>(() => Codec("").Read([[1], [2], [3], [4], [5], [6]]));
        Assert.Throws<MessageException>(() => Codec("").Read([Delimiter, [], Bytes("{}"), Bytes("{}"), Bytes("{}")]));
    }

    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("\ud83d\ude00x", 1, 2)]
    [InlineData("\ud83d\ude00\ud83d\ude00x", 3, 5)]
    [InlineData("ab", 7, 2)]
    [InlineData("ab", -1, 0)]
    public void Positions_count_code_points_outside_and_units_inside(string text, int codePoints, int index) =>
        Assert.Equal(index, CodePoints.ToIndex(text, codePoints));

    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("\ud83d\ude00x", 2, 1)]
    [InlineData("\ud83d\ude00\ud83d\ude00x", 5, 3)]
    [InlineData("ab", 7, 2)]
    public void Positions_count_units_inside_and_code_points_outside(string text, int index, int codePoints) =>
        Assert.Equal(codePoints, CodePoints.Before(text, index));

    [Fact]
    public void Half_a_surrogate_pair_counts_as_one_on_both_sides()
    {
        const string Text = "a\ud800b";

        Assert.Equal(2, CodePoints.ToIndex(Text, 2));
        Assert.Equal(2, CodePoints.Before(Text, 2));
    }

    private static MessageCodec Codec(string key) => new(new MessageSigner(key), TimeProvider.System);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
