using CourseKit.Reports;

namespace CourseKit.Tests.Reports;

/// <remarks>A conclusion is shown on the host of the process.</remarks>
[Collection("Console")]
public sealed class VerdictsTests : IDisposable
{
    private readonly TextWriter _before = Console.Out;

    public VerdictsTests() => Console.SetOut(TextWriter.Null);

    public void Dispose() => Console.SetOut(_before);

    [Theory]
    [InlineData("r1a.logistic.test-accuracy", 0.91468, Verdict.Reproduced)]
    [InlineData("r1a.logistic.test-accuracy", 0.9151, Verdict.Missed)]
    [InlineData("r1a.identity.loss-2", 14126855.27471846, Verdict.Reproduced)]
    [InlineData("r1a.identity.loss-2", 14126855.2748, Verdict.Missed)]
    [InlineData("r1a.tanh.test-accuracy", 0.88, Verdict.ReproducedInKind)]
    [InlineData("r1a.tanh.test-accuracy", 0.95, Verdict.Missed)]
    [InlineData("r1a.relu.iterations", double.NaN, Verdict.Missed)]
    public void A_number_is_reproduced_to_its_printed_digits_its_tolerance_or_its_range(string id, double ours, Verdict verdict) =>
        Assert.Equal(verdict, Verdicts.For("R1a").Check(id, ours));

    [Fact]
    public void The_report_and_the_rerun_must_both_be_met()
    {
        var verdicts = Verdicts.For("R3");

        Assert.Equal(Verdict.Reproduced, verdicts.Check("r3.h100-lr0.1.test-accuracy", 0.9371));
        Assert.Equal(Verdict.Missed, verdicts.Check("r3.h100-lr0.1.test-accuracy", 0.9356));
    }

    [Fact]
    public void Quick_mode_judges_only_what_holds_on_any_data()
    {
        var verdicts = Verdicts.For("R3", "quick");

        Assert.Equal(Verdict.NotJudged, verdicts.Check("r3.h100-lr0.1.test-accuracy", 0.5));
        Assert.Equal(Verdict.Missed, verdicts.Check("r3.first-loss", 2.3));
        Assert.Equal(Verdict.Reproduced, verdicts.Check("r3.first-loss", 6.91));
        verdicts.Conclude();
    }

    [Fact]
    public void What_cannot_be_reproduced_needs_no_number_and_shows_its_proof()
    {
        var verdicts = Verdicts.Of("R1b", "full", "r1b.final");

        verdicts.Conclude();

        Assert.Equal(1, verdicts.Count(Verdict.NotReproducible));
        Assert.Contains("stands in no table", verdicts.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_reads_as_approved()
    {
        var verdicts = Verdicts.Of("Some", "full", "r1a.logistic.iterations", "r1a.logistic.loss-189", "r1a.identity.last-loss", "r1a.tanh.test-accuracy",
            "r1b.optimizer.128x3.adam", "r1b.final", "r2.q3.circle.tanh", "r3.h100-lr0.1.test-accuracy", "r3.h100-lr0.1.corrected.test-loss", "r4.parameters", "r4.sgd.macro-f1");
        verdicts.Check("r1a.logistic.iterations", 189);
        verdicts.Check("r1a.logistic.loss-189", 0.0112886912);
        verdicts.Check("r1a.identity.last-loss", 1.2249e91);
        verdicts.Check("r1a.tanh.test-accuracy", 0.8958594730238394);
        verdicts.Check("r1b.optimizer.128x3.adam", 0.1085);
        verdicts.Check("r2.q3.circle.tanh", 0.97);
        verdicts.Check("r3.h100-lr0.1.test-accuracy", 0.9344);
        verdicts.Check("r3.h100-lr0.1.corrected.test-loss", 0.21872);
        verdicts.Check("r4.parameters", 266610);

        Approved.Check($"{verdicts.ToText()}\n\n{verdicts.ToMarkdown()}", "Verdicts.txt");
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Verdicts for an unknown report", () => Verdicts.For("R6")),
        ("Verdicts in an unknown mode", () => Verdicts.For("R3", "fast")),
        ("Verdicts: a number of another report", () => Verdicts.For("R3").Check("r5.f1", 0.7)),
        ("Verdicts that are missed", () => Silently(() =>
        {
            var verdicts = Verdicts.Of("R3", "full", "r3.h1-lr1e-4.test-loss", "r3.h5-lr1e-4.test-loss", "r5.test-accuracy", "r4.sgd.macro-f1", "r1a.relu.iterations");
            verdicts.Check("r3.h1-lr1e-4.test-loss", 2.3);
            verdicts.Check("r5.test-accuracy", 0.975);
            verdicts.Check("r4.sgd.macro-f1", 0.85);
            verdicts.Check("r1a.relu.iterations", 15);
            verdicts.Conclude();
        })),
    ];

    private static void Silently(Action action)
    {
        var before = Console.Out;
        Console.SetOut(TextWriter.Null);
        try
        {
            action();
        }
        finally
        {
            Console.SetOut(before);
        }
    }
}
