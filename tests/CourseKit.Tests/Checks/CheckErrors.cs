using CourseKit.Autograd;
using CourseKit.Checks;
using static CourseKit.Autograd.Functions;

namespace CourseKit.Tests.Checks;

/// <summary>What test cells say to students.</summary>
internal static class CheckErrors
{
    private static readonly Tensor Row = Tensor.From([1.0, 2, 3]);
    private static readonly Tensor Table = Tensor.From(new double[,] { { 1, 2, 3 }, { 4, 0, 1 } });
    private static readonly int[] Labels = [0, 1, 2, 1];

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Check: a condition that does not hold", () => Check.True(Labels.Length ==
            3)),
        ("Check: a condition with words of its own", () => Check.True(Labels.Length > 9, "More labels are required.")),
        ("Check: a value that differs", () => Check.Equal(Labels.Length, 3)),
        ("Check: lists of different length", () => Check.Equal(Labels, [1])),
        ("Check: lists that differ", () => Check.Equal(Labels, [0, 1, 2, 2])),
        ("Check: a number that is far off", () => Check.Close(Math.Exp(-1), Math.E)),
        ("Check: a vector that is far off", () => Check.Close(Row * 3, Row)),
        ("Check: a table that is far off", () => Check.Close(Table, Tensor.From(new double[,] { { 1, 2, 3 }, { 4, 0, 2 } }))),
        ("Check: a transposed table", () => Check.Shape(Table.T, [2, 3])),
        ("Check: an axis too few", () => Check.Shape(Table.Sum(1), [2, 1])),
        ("Check: null", () => Check.Shape(null!, [2, 1])),
        ("Check: nothing thrown", () => Check.Throws<ArgumentException>(() => Math.Sqrt(-1))),
        ("Check: something else thrown", () => Check.Throws<ArgumentException>(() => throw new FormatException("It is no number."))),
        ("Check: thrown with other words", () => Check.Throws<FormatException>(() => throw new FormatException("It is no number."), "rate")),
        ("Check: outside a range", () => Check.Between(0.4, 0.9, 1)),
        ("Check: not finite", () => Check.Finite(Log(Table - 1))),
        ("Check: no probabilities by shape", () => Check.Probabilities(Tensor.Zeros([2, 2, 2]))),
        ("Check: a softmax over the wrong axis", () => Check.Probabilities(Softmax(Table, 0))),
        ("Check: a softmax over everything", () => Check.Probabilities(Exp(Table) / Exp(Table).Sum())),
        ("Check: a softmax without a division", () => Check.Probabilities(Exp(Table))),
        ("Check: one row that sums to 6", () => Check.Probabilities(Row)),
        ("Check: probabilities below 0", () => Check.Probabilities(Tensor.From([-1.0, 2]))),
        ("Check: losses of one epoch", () => Check.Decreasing([2.3])),
        ("Check: losses that are no numbers", () => Check.Decreasing([2.3, double.NaN])),
        ("Check: losses that rise", () => Check.Decreasing([2.3, 2.5])),
        ("Check: losses that fall too little", () => Check.Decreasing([2.3, 2.2], byFactor: 2)),
        ("Check: other numbers each time", Unseeded),
        ("Check: a wrong derivative", () => Check.Gradient(Sigmoid, x => Sigmoid(x) * (1 + Sigmoid(x)), Row)),
        ("Check: a derivative with the wrong sign", () => Check.Gradient(x => x * x, x => -2 * x, Row)),
        ("Check: a function outside the graph", () => Check.Gradient(x => x.Detach() * 2, Row)),
        ("Check: a function partly outside the graph", () => Check.Gradient(x => x * x.Detach(), Row)),
        ("Check: too few right", () => Check.Accuracy(_ => [0, 0, 0, 1], new double[4, 1], Labels, 0.9)),
        ("Check: the same answer to everything", () => Check.Accuracy(_ => [1, 1, 1, 1], new double[4, 1], Labels, 0.9)),
        ("Check: answers to too few", () => Check.Accuracy(_ => [1, 1], new double[4, 1], Labels, 0.9)),
        ("Check: scores of the wrong shape", () => Check.Accuracy(x => x.T, Tensor.Zeros([4, 3]), Labels, 0.9)),
    ];

    private static void Unseeded()
    {
        var calls = 0;
        Check.SameTwice(() => Row * ++calls);
    }
}
