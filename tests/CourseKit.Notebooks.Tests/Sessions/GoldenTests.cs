using System.Globalization;
using System.Text;

namespace CourseKit.Notebooks.Tests.Sessions;

/// <summary>
/// The same cells as in .NET Interactive come to the same end. Where we go another way on purpose the reason stands in <see cref="GoldenDeviations"/>, and what
/// we do instead in Deviations.approved.txt.
/// </summary>
public class GoldenTests(GoldenSessions sessions, OneCompilerSessions oneCompiler) : IClassFixture<GoldenSessions>, IClassFixture<OneCompilerSessions>
{
    public static TheoryData<string> Names => [.. GoldenCase.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Cells_end_as_in_the_kernel(string name) => EndAsInTheKernelAsync(name, sessions);

    [Theory]
    [MemberData(nameof(Names))]
    public Task So_they_do_where_sessions_share_a_compiler(string name) => EndAsInTheKernelAsync(name, oneCompiler);

    private static async Task EndAsInTheKernelAsync(string name, GoldenSessions sessions)
    {
        var golden = GoldenCase.Load(name);

        var ran = await sessions.RunAsync(golden);

        Assert.Equal(golden.Expected.Count, ran.Count);
        for (var index = 0; index < ran.Count; index++)
            if (GoldenDeviations.Reason(golden, index + 1) is null)
                Assert.Equal(string.Join('\n', golden.Expected[index]), ran[index]);
    }

    [Fact]
    public async Task Where_cells_end_otherwise_it_is_on_purpose()
    {
        var text = new StringBuilder();
        foreach (var golden in GoldenCase.Names.Select(GoldenCase.Load).Where(golden => GoldenDeviations.Of(golden).Any()))
        {
            var ran = await sessions.RunAsync(golden);
            foreach (var (cell, reason) in GoldenDeviations.Of(golden).Where(deviation => deviation.Reason != GoldenDeviations.Chance))
                text.Append(CultureInfo.InvariantCulture, $"{golden.Name}, cell {cell}: {reason}\n{Indented(ran[cell - 1])}\n\n");
        }
        Approved.Check(text.ToString(), "Deviations.txt");
    }

    [Fact]
    public void No_deviation_is_listed_that_is_none_of_a_case() =>
        Assert.All(GoldenDeviations.Own.Keys, key => Assert.InRange(key.Cell, 1, GoldenCase.Load(key.Name).Expected.Count));

    private static string Indented(string lines) =>
        string.Join('\n', lines.Split('\n').Select(line => line.Length > 300 ? $"    {line[..300]}…" : $"    {line}".TrimEnd()));
}
