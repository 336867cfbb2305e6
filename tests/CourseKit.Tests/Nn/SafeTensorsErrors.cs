using CourseKit.Nn;

namespace CourseKit.Tests.Nn;

internal static class SafeTensorsErrors
{
    [ErrorCases]
    public static IEnumerable<(string Name, Action Trigger)> Cases() =>
    [
        ("Nn: safetensors, appended", () => Load("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 9)),
        ("Nn: safetensors, cut header", () => Load([9, 0, 0, 0, 0, 0, 0, 0, (byte)'{'])),
        ("Nn: safetensors, cut values", () => Load("""{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}""", 8)),
        ("Nn: safetensors, gap", () => Load("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8)),
        ("Nn: safetensors, large numbers", () => Load(
            [.. StateDictTests.FileOf("""{"n":{"dtype":"I64","shape":[],"data_offsets":[0,8]}}""", 0), .. BitConverter.GetBytes(long.MaxValue)])),
        ("Nn: safetensors, lies about sizes", () => Load("""{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,4]}}""", 8)),
        ("Nn: safetensors, metadata", () => Load("""{"__metadata__":{"epochs":35}}""", 0)),
        ("Nn: safetensors, metadata no object", () => Load("""{"__metadata__":[]}""", 0)),
        ("Nn: safetensors, not JSON", () => Load("{oops", 8)),
        ("Nn: safetensors, not an object", () => Load("[1, 2]", 0)),
        ("Nn: safetensors, offsets missing", () => Load("""{"a":{"dtype":"F64","shape":[1]}}""", 8)),
        ("Nn: safetensors, other numbers", () => Load("""{"a":{"dtype":"BF16","shape":[1],"data_offsets":[0,2]}}""", 2)),
        ("Nn: safetensors, overlap", () => Load(
            """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8)),
        ("Nn: safetensors, shape", () => Load("""{"a":{"dtype":"F32","shape":[2,-1],"data_offsets":[0,8]}}""", 8)),
        ("Nn: safetensors, shape without end", () => Load("""{"a":{"dtype":"F32","shape":[99999,99999],"data_offsets":[0,8]}}""", 8)),
        ("Nn: safetensors, text", () => Load("PK. This is no such file."u8.ToArray())),
        ("Nn: safetensors, twice", () => Load(
            """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8)),
    ];

    private static void Load(string header, int values) => Load(StateDictTests.FileOf(header, values));

    // The same relative name each time, so that messages read the same on every machine.
    private static void Load(byte[] bytes)
    {
        const string Name = "errors.safetensors";
        try
        {
            File.WriteAllBytes(Name, bytes);
            SafeTensorsFile.Load(Name);
        }
        finally
        {
            File.Delete(Name);
        }
    }
}
