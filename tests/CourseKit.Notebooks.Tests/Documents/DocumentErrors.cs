using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Tests.Documents;

/// <summary>Every message that reading or writing a notebook can end in.</summary>
internal static class DocumentErrors
{
    /// <summary>Relative, so that the messages are the same in every checkout.</summary>
    private const string Folder = "document-errors";

    [ErrorCases]
    public static IEnumerable<(string Name, Action Trigger)> Dib() =>
    [
        ("dib: metadata that is missing", () => Read("#!csharp\n1\n#!meta\n#!csharp\n2\n")),
        ("dib: metadata that is broken", () => Read("#!meta\n{bad\n#!csharp\n2\n")),
        ("dib: metadata that is no object", () => Read("#!meta\n[1]\n#!csharp\n2\n")),
        ("dib: metadata followed by text", () => Read("#!meta\n{}\n\nlet x = 1\n")),
        ("dib: kernel list that is no list", () => Kernels("""7""")),
        ("dib: kernel without a name", () => Kernels("""[{"aliases":[]}]""")),
        ("dib: kernel with a mark in its name", () => Kernels("""[{"name":"#!x"}]""")),
        ("dib: kernel with a blank alias", () => Kernels("""[{"name":"x","aliases":[" "]}]""")),
        ("dib: kernel aliases that are no list", () => Kernels("""[{"name":"x","aliases":"y"}]""")),
        ("dib: kernel alias that is taken", () => Kernels("""[{"name":"mine","aliases":["cs"]}]""")),
        ("dib: kernel name that is an alias", () => Kernels("""[{"name":"cs"}]""")),
        ("dib: cell with a line that starts a cell", () => Write(new() { Kernel = "markdown", Source = "Write\n#!csharp\n" })),
        ("dib: cell with a line that opens metadata", () => Write(new() { Kernel = "csharp", Source = "#!meta" })),
        ("dib: raw cell", () => Write(new() { Kind = CellKind.Raw, Kernel = "raw", Source = "x" })),
        ("dib: cell with attachments", () => Write(new()
        {
            Kernel = "markdown", Source = "x", Attachments = JsonFields.Parse("""{"a.png":{},"b.png":{}}"""),
        })),
        ("dib: cell of a kernel that cannot be named", () => Write(new() { Kernel = " ", Source = "x" })),
    ];

    [ErrorCases]
    public static IEnumerable<(string Name, Action Trigger)> Ipynb() =>
    [
        ("ipynb: empty", () => IpynbFormat.Parse(" \n", "hw1.ipynb")),
        ("ipynb: broken", () => IpynbFormat.Parse("{\n \"cells\": [\n  {\"cell_type\": code}]}", "hw1.ipynb")),
        ("ipynb: cut off", () => IpynbFormat.Parse("{\n \"cells\": [", "hw1.ipynb")),
        ("ipynb: no object", () => IpynbFormat.Parse("[]", "hw1.ipynb")),
        ("ipynb: too old", () => IpynbFormat.Parse("""{"nbformat":3,"worksheets":[]}""", "hw1.ipynb")),
        ("ipynb: too new", () => IpynbFormat.Parse("""{"nbformat":5}""", "hw1.ipynb")),
        ("ipynb: without a version", () => IpynbFormat.Parse("""{"cells":[]}""", "hw1.ipynb")),
        ("ipynb: cells that are no list", () => IpynbFormat.Parse("""{"nbformat":4,"cells":{}}""", "hw1.ipynb")),
        ("ipynb: metadata that is no object", () => IpynbFormat.Parse("""{"nbformat":4,"metadata":[]}""", "hw1.ipynb")),
        ("ipynb: cell that is no object", () => Cell("1")),
        ("ipynb: cell without a type", () => Cell("{}")),
        ("ipynb: cell of an unknown type", () => Cell("""{"cell_type":"heading"}""")),
        ("ipynb: source that is no text", () => Cell("""{"cell_type":"code","source":[1]}""")),
        ("ipynb: number of the run that is none", () => Cell("""{"cell_type":"code","execution_count":1.5}""")),
        ("ipynb: output of an unknown type", () => Outputs("""{"output_type":"stream"},{"output_type":"pyout"}""")),
        ("ipynb: output without a type", () => Outputs("{}")),
        ("ipynb: traceback that is no list of texts", () => Outputs("""{"output_type":"error","traceback":[1]}""")),
    ];

    [ErrorCases]
    public static IEnumerable<(string Name, Action Trigger)> Files() =>
    [
        ("file: not there", () => NotebookFile.Load(File("entirely-else.dib"))),
        ("file: not there, another near", () => NotebookFile.Load(File("hv1.dib", near: "hw1.dib"))),
        ("file: in no folder", () => NotebookFile.Load("no-such-folder/hw1.dib")),
        ("file: a folder", () => NotebookFile.Load(Path.GetDirectoryName(File("x"))!)),
        ("file: not a notebook", () => NotebookFile.Load(File("notes.txt", near: "notes.txt"))),
        ("file: not UTF-8", () => NotebookFile.Load(File("bytes.dib", bytes: [0x31, 0xFF, 0xFE]))),
        ("file: saved as no notebook", () => NotebookFile.Save(DibFormat.Parse("1"), "notes.txt")),
        ("file: saved to no folder", () => NotebookFile.Save(DibFormat.Parse("1"), "no-such-folder/hw1.dib")),
        ("file: saved over a read-only one", () => NotebookFile.Save(DibFormat.Parse("1"), ReadOnly("kept.dib"))),
        ("file: that cannot be written", () => NotebookFile.Save(DibFormat.Parse("1"), MadeFolder("blocked.dib.tmp")[..^".tmp".Length])),
        ("file: saved over a folder", () => NotebookFile.Save(DibFormat.Parse("1"), MadeFolder("folder.dib"))),
    ];

    [ErrorCases]
    public static IEnumerable<(string Name, Action Trigger)> Bundles() =>
    [
        ("bundle: type that is not in it", () => _ = MimeBundle.Of(("text/html", "<b>7</b>"), ("text/plain", "7"))["image/png"]),
    ];

    private static void Read(string dib) => DibFormat.Parse(dib, "hw1.dib");

    private static void Kernels(string items) => Read($$$"""
        #!meta
        {"kernelInfo":{"items":{{{items}}}}}
        #!csharp
        """);

    private static void Write(NotebookCell cell) =>
        DibFormat.Write(new NotebookDocument { Cells = [new() { Kernel = "csharp", Source = "1" }, cell] }, "hw1.dib");

    private static void Cell(string json) =>
        IpynbFormat.Parse($$"""{"nbformat":4,"cells":[{"cell_type":"raw"},{{json}}]}""", "hw1.ipynb");

    private static void Outputs(string json) => Cell($$"""{"cell_type":"code","outputs":[{{json}}]}""");

    private static string MadeFolder(string name)
    {
        Directory.CreateDirectory(File(name));
        return File(name);
    }

    private static string ReadOnly(string name)
    {
        if (!System.IO.File.Exists(File(name)))
            System.IO.File.WriteAllText(File(name), "");
        System.IO.File.SetAttributes(File(name), FileAttributes.ReadOnly);
        return File(name);
    }

    private static string File(string name, string? near = null, byte[]? bytes = null)
    {
        Directory.CreateDirectory(Folder);
        if (near is not null || bytes is not null)
            System.IO.File.WriteAllBytes(Path.Combine(Folder, near ?? name), bytes ?? []);
        return $"{Folder}/{name}";
    }
}
