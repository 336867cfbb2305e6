using CourseKit.Notebooks.Approval;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Tests.Running;
using CourseKit.Notebooks.Tests.Sessions;

namespace CourseKit.Notebooks.Tests.Approval;

/// <summary>What is said where outputs cannot be held against approved ones.</summary>
internal static class ApprovalErrors
{
    private const string Notebook = "#!csharp\n\n1\n";

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Test: an approved file that is another", () => In(folder => ApprovedFile.Read(folder.Write("a.txt", "notes")))),
        ("Test: an approved file that cannot be read", () => In(folder => ApprovedFile.Read(folder.Path))),
        ("Test: an approved file that cannot be written", () => In(folder =>
            new ApprovedFile(Tolerance.Default, []).Write(Path.Combine(folder.Write("a-file", ""), "a.txt"), "a.dib"))),
        ("Test: an earlier run that left nothing", () => In(folder => Earlier(folder.Write("a.dib", Notebook), folder.Path))),
        ("Test: an earlier run of other cells", () => In(folder =>
        {
            folder.Write("out/a.ipynb", """{"cells":[{"cell_type":"code","source":"2","metadata":{},"outputs":[]}],"metadata":{},"nbformat":4,"nbformat_minor":4}""");
            Earlier(folder.Write("a.dib", Notebook), Path.Combine(folder.Path, "out"));
        })),
    ];

    private static void Earlier(string path, string folder) => EarlierRun.Judge([path], folder, new OutputApproval(new ApprovalOptions()), new Silent(), TimeProvider.System);

    private static void In(Action<TempFolder> run)
    {
        using var folder = new TempFolder();
        try
        {
            run(folder);
        }
        catch (RunException error)
        {
            throw new RunException(error.Message.Replace(folder.Path, "course", StringComparison.Ordinal));
        }
    }
}
