using CourseKit.Notebooks.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace CourseKit.Notebooks.Tests.Documents;

/// <summary>Generators of notebooks, full of what tends to be lost: scripts, blanks, look-alikes of marks, nested metadata.</summary>
internal static class RandomNotebooks
{
    private static readonly Gen<string> Text = Gen.Elements(
        "x", "var y = 1;", "  indented", "trailing  ", " ", "\t", "\f", "a\rb", "```", "# Title", "\"\\\"", "</script>", "null", "{}",
        "سلام", "日本語 🎉👩‍🔬", "é\u0301", "\u2028", "\u0085", "\u007F", "\u0001", "\uFFFD",
        "#!time", "#! csharp", "  #!csharp", "#!csharp ", "#!CSharp", "#!value --name x", "#r \"../a.dll\"");

    /// <summary>Lines that start no cell, the first and the last of them not empty: what a .dib keeps as it is.</summary>
    /// <remarks>The first is no magic of another kernel: an .ipynb would take that for the cell's own.</remarks>
    private static readonly Gen<string> DibSource =
        from first in Text.Where(line => line is not ("#!value --name x" or "#!csharp "))
        from middle in Gen.Frequency((3, Text), (1, Gen.Constant(""))).ListOf()
        from last in Text
        select string.Join('\n', [first, .. middle, last]);

    private static readonly Gen<JsonFields> DibFields = Gen.Elements(
        "{}",
        """{"author":"سلام","n":1.0,"big":12345678901234567890,"tree":{"b":[1,null,true],"a":{}}}""",
        """{"kernelInfo":{"defaultKernelName":"fsharp","items":[{"aliases":[],"name":"csharp"},{"name":"pg","aliases":["sqlx"]}]}}""",
        """{"first":1,"kernelInfo":{"items":[{"name":"pg"}],"more":2},"last":[]}""").Select(JsonFields.Parse);

    private static readonly Gen<NotebookCell> DibCell =
        from kernel in Gen.Elements("csharp", "csharp", "markdown", "html", "value", "pg")
        from source in DibSource
        select new NotebookCell { Kind = kernel == "markdown" ? CellKind.Markdown : CellKind.Code, Kernel = kernel, Source = source };

    /// <summary>A notebook that a .dib can hold.</summary>
    public static readonly Gen<NotebookDocument> Dib =
        from metadata in DibFields
        from cells in DibCell.NonEmptyListOf()
        select new NotebookDocument { Cells = CellIds.Complete([.. cells]), Metadata = metadata };

    private const string ListOfKernels =
        """
        #!metafoo
        {"kernelInfo":{"items":[{"name":"pg"}]}}
        #!md
        """;

    /// <summary>A text of lines that start cells, open metadata or only look so.</summary>
    public static readonly Gen<string> DibText =
        from lines in Gen.Frequency(
            (3, Text),
            (2, Gen.Elements("#!csharp", "#!markdown", "#!c#", "#!pg", "")),
            (1, Gen.Elements("#!meta", "#!meta\n{\"a\":1}\n#!csharp", ListOfKernels))).ListOf()
        from end in Gen.Elements("\n", "\r\n")
        select string.Join(end, lines);

    private static readonly Gen<JsonFields> Fields = Gen.Elements(
        "{}",
        """{"tags":["parameters"],"collapsed":false}""",
        """{"vscode":{"languageId":"polyglot-notebook"},"dotnet_interactive":{"other":1},"x":{"y":[1.50,"é\u0000🎉"]}}""")
        .Select(JsonFields.Parse);

    private static readonly Gen<string> AnyText =
        Gen.Frequency((4, Text), (2, Gen.Constant("\n")), (1, Gen.Constant("\r\n"))).ListOf().Select(string.Concat);

    private static readonly Gen<MimeBundle> Bundle =
        from text in AnyText
        from pick in Gen.SubListOf(
            ("text/plain", text),
            ("text/html", $"<b>{text}</b>\n"),
            ("image/png", "iVBORw0KGgo="),
            ("application/json", """{"a":[1,2.50,null],"b":"é🎉"}"""),
            ("application/vnd.plotly.v1+json", """{"data":[],"layout":{}}"""))
        select MimeBundle.Of([.. pick]);

    private static readonly Gen<CellOutput> Output = Gen.OneOf(
        from name in Gen.Elements("stdout", "stderr") from text in AnyText select (CellOutput)new StreamOutput(name, text),
        from data in Bundle from fields in Fields select (CellOutput)new DisplayOutput(data, null) { Metadata = fields },
        from data in Bundle from n in Gen.Choose(1, 99) select (CellOutput)new ResultOutput(data, n),
        from value in AnyText from lines in AnyText.ListOf() select (CellOutput)new ErrorOutput("System.Exception", value, [.. lines]));

    /// <summary>A text that a cell of an .ipynb may have: anything with line feeds that does not begin with a magic line.</summary>
    private static readonly Gen<string> IpynbSource = AnyText
        .Select(text => text.Replace("\r\n", "\n", StringComparison.Ordinal))
        .Where(text => !text.StartsWith("#!", StringComparison.Ordinal));

    private static readonly Gen<NotebookCell> IpynbCell =
        from kind in Gen.Elements(CellKind.Code, CellKind.Code, CellKind.Markdown, CellKind.Raw)
        from kernel in Gen.Elements("csharp", "fsharp", "html", "pg", "sql")
        from source in IpynbSource
        from fields in Fields
        from outputs in Output.ListOf()
        from count in Gen.Choose(0, 9)
        from id in Gen.Elements("", "", "cell-1", "A_b-9")
        from attached in Gen.Elements("{}", """{"a.png":{"image/png":"iVBORw0KGgo="}}""").Select(JsonFields.Parse)
        select new NotebookCell
        {
            Kind = kind,
            Kernel = kind switch { CellKind.Markdown => "markdown", CellKind.Raw => "raw", _ => kernel },
            Source = source,
            Id = id,
            Metadata = kind == CellKind.Code ? fields : fields.Without("dotnet_interactive"),
            ExecutionCount = kind == CellKind.Code && count > 0 ? count : null,
            Outputs = kind == CellKind.Code ? [.. outputs] : [],
            Attachments = kind == CellKind.Code ? JsonFields.Empty : attached,
        };

    /// <summary>A notebook that an .ipynb can hold, which is any.</summary>
    public static readonly Gen<NotebookDocument> Ipynb =
        from metadata in DibFields
        from cells in IpynbCell.ListOf()
        select new NotebookDocument { Cells = CellIds.Complete([.. cells]), Metadata = metadata };

    /// <summary>The text of an .ipynb in which something was cut out and something else put in.</summary>
    public static readonly Gen<string> DamagedIpynb =
        from text in Ipynb.Select(IpynbFormat.Write)
        from at in Gen.Choose(0, text.Length)
        from cut in Gen.Elements(0, 1, 2, 5, 40, 400)
        from put in Gen.Elements("", "{", "}", "[", "]", "\"", ",", "null", "7", "[]", "{}", "\\", "\\ud83d", "\"x\":1,", "\"items\":[7],")
        select text[..at] + put + text[Math.Min(text.Length, at + cut)..];
}
