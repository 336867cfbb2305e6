using System.Globalization;
using System.Text.RegularExpressions;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Running;

/// <summary>
/// What a cell's own comments ask of those who run it: <c>// coursekit: timeout 120s</c>, <c>// coursekit: expect throws DivideByZeroException</c>; in Markdown
/// and HTML <c>&lt;!-- coursekit: teacher-only --&gt;</c>.
/// </summary>
/// <remarks>Comments, because <c>.dib</c> has no cell metadata and a comment survives every format.</remarks>
public sealed partial record CellDirectives
{
    private const string TeacherOnly = "teacher-only";
    private const string Test = "test";
    private const string Question = "question";

    private static readonly Dictionary<string, Func<CellDirectives, string, CellDirectives>> Readers = new(StringComparer.Ordinal)
    {
        ["expect"] = (read, value) => read.Expects is null
            ? read with { Expects = Expectation.Parse(value) }
            : throw new FormatException("expect: one expectation is required; this is the cell's second. Give it a cell of its own."),
        ["parameters"] = (read, value) => read with { IsParameters = Bare("parameters", value) },
        [Question] = (read, value) => read with { Asks = Only(read.Asks, GradedTask.Parse(Question, value), Question) },
        ["requires"] = (read, value) => read with { Packages = [.. read.Packages, Package(value)] },
        ["skip"] = (read, value) => read with { SkipReason = Reason(value) },
        [TeacherOnly] = (read, value) => read with { IsTeacherOnly = Bare(TeacherOnly, value) },
        [Test] = (read, value) => read with { Tests = Only(read.Tests, GradedTask.Parse(Test, value), Test) },
        ["timeout"] = (read, value) => read with { Timeout = Time(value) },
        ["tolerance"] = (read, value) => read with { Tolerance = Part(value) },
        ["volatile"] = (read, value) => read with { IsVolatile = Bare("volatile", value) },
    };

    /// <summary>The cell's own budget, or null for the runner's.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Why the cell is left out, or null.</summary>
    public string? SkipReason { get; init; }

    /// <summary>How the cell is to fail, or null where it is to pass.</summary>
    public Expectation? Expects { get; init; }

    /// <summary>The NuGet packages without which the cell is left out: <c>Microsoft.ML</c>, or <c>Microsoft.ML, 4.0.0</c>.</summary>
    public IReadOnlyList<string> Packages { get; init; } = ValueList.Create<string>([]);

    /// <summary>How far the cell's outputs may be from the approved ones, as a part from 0 to 1; null for what holds for all cells.</summary>
    public double? Tolerance { get; init; }

    /// <summary>Whether the cell puts out something else each time, such as times that it measures, so that its outputs are not compared.</summary>
    public bool IsVolatile { get; init; }

    /// <summary>Whether the cell declares the notebook's parameters.</summary>
    public bool IsParameters { get; init; }

    /// <summary>Whether the students' version of the notebook lacks the cell.</summary>
    public bool IsTeacherOnly { get; init; }

    /// <summary>What the cell tests, and for how many points; null for a cell that is no test.</summary>
    public GradedTask? Tests { get; init; }

    /// <summary>The question that the cell asks or answers, graded by a person; null for none.</summary>
    public GradedTask? Asks { get; init; }

    /// <summary>Reads the directives of a cell: comments in lines of their own that begin with <c>coursekit:</c>.</summary>
    /// <param name="cell">A cell of code or text; text knows <c>teacher-only</c> and <c>question</c> alone.</param>
    /// <exception cref="FormatException">A directive is unknown or has a wrong value; the message has its line.</exception>
    public static CellDirectives Of(NotebookCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return Read(cell, (line, message) => throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"Line {line}: {message}")));
    }

    /// <summary>Reads the directives of a cell of C#.</summary>
    /// <inheritdoc cref="Of(NotebookCell)"/>
    /// <param name="source">The cell's code.</param>
    public static CellDirectives Of(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Of(new NotebookCell { Kernel = "csharp", Source = source });
    }

    /// <summary>Reads the directives of a cell and hands on what is wrong with any of them: its line and a sentence.</summary>
    internal static CellDirectives Read(NotebookCell cell, Action<int, string> wrong)
    {
        var directives = new CellDirectives();
        if (!cell.Source.Contains("coursekit:", StringComparison.Ordinal))
            return directives;
        IReadOnlyCollection<string> known = cell.Kind == CellKind.Markdown ? [Question, TeacherOnly] : Readers.Keys;
        foreach (var (line, text) in CellComments.Of(cell))
        {
            if (Form().Match(text) is not { Success: true } match)
                continue;
            var (name, value) = (match.Groups["name"].Value, match.Groups["value"].Value.Trim());
            try
            {
                directives = known.Contains(name) ? Readers[name](directives, value) : throw Unknown(name, known);
            }
            catch (FormatException error)
            {
                wrong(line, error.Message);
            }
        }
        return directives;
    }

    private static FormatException Unknown(string name, IReadOnlyCollection<string> known) => known.Count < Readers.Count && Readers.ContainsKey(name)
        ? new FormatException($"{name}: a cell of code is required; this is a cell of text. Move it there.")
        : new FormatException($"unknown directive \"{name}\".{(NearestName.Of(name, known) is { } nearest ? $" Did you mean \"{nearest}\"?" : "")} " +
            $"Known: {string.Join(", ", known)}.");

    private static bool Bare(string name, string value) => value.Length == 0
        ? true
        : throw new FormatException($"{name}: nothing more is required; received \"{value}\". Write // coursekit: {name}");

    private static GradedTask Only(GradedTask? before, GradedTask task, string kind) => before is null
        ? task
        : throw new FormatException($"{kind} {task.Name}: one {kind} in a cell is required; this cell has {before.Name} already. Give it a cell of its own.");

    private static string Package(string value) => PackageForm().Match(value) is { Success: true } match
        ? string.Join(", ", new[] { match.Groups["id"].Value, match.Groups["version"].Value }.Where(part => part.Length > 0))
        : throw new FormatException($"requires: a package is required; received \"{value}\". Write // coursekit: requires nuget:Microsoft.ML");

    private static string Reason(string value) => value.Length > 0
        ? value
        : throw new FormatException("skip: a reason is required; none was given. Write // coursekit: skip needs a GPU");

    private static double Part(string value) => Approval.Tolerance.TryParse(value, out var part)
        ? part
        : throw new FormatException($"tolerance: a part such as 5% or 0.05 is required; received \"{value}\".");

    private static TimeSpan Time(string value) => Duration.TryParse(value, out var timeout)
        ? timeout
        : throw new FormatException($"timeout: a time such as 120s or 5m is required; received \"{value}\".");

    [GeneratedRegex(@"^coursekit:[ \t]*(?<name>[\w-]*)(?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"^nuget:[ ]*(?<id>\w[\w.-]*)([ ]*,[ ]*(?<version>[\w.*-]+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex PackageForm();
}
