using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using CourseKit.Kernel.Channels;
using CourseKit.Kernel.Messages;

namespace CourseKit.Kernel;

/// <summary>What the kernel says of itself.</summary>
internal static class KernelInfo
{
    /// <summary>The reply to a <c>kernel_info_request</c>.</summary>
    /// <param name="version">The release.</param>
    public static JsonObject Of(string version)
    {
        var reply = Reply.Ok();
        reply["protocol_version"] = MessageHeader.Protocol;
        reply["implementation"] = "coursekit";
        reply["implementation_version"] = version;
        reply["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        };
        reply["banner"] = $"CourseKit {version}, C# 14 on {RuntimeInformation.FrameworkDescription}";
        reply["help_links"] = new JsonArray(new JsonObject { ["text"] = "C#", ["url"] = "https://learn.microsoft.com/dotnet/csharp/" });
        reply["debugger"] = false;
        reply["supported_features"] = new JsonArray();
        return reply;
    }
}
