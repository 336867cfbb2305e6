using System.Text.Json;
using CourseKit.Learn;
using CourseKit.Tests.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace CourseKit.Tests.Learn;

public class LabelBinarizerTests
{
    private static readonly JsonElement[] Golden =
        [.. GoldenFile.Read("Learn", "Golden", "scalers.json").Where(c => c.Text("kind") == "binarizer")];

    public static TheoryData<string> Cases { get; } = GoldenFile.Names(Golden);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Marks_and_labels_equal_scikit_learns(string name)
    {
        var golden = Golden.Named(name);
        var (y, outputs) = (golden.GetProperty("y").Ints(), golden.GetProperty("outputs").Matrix());
        var binarizer = new LabelBinarizer { NegLabel = golden.Int("neg"), PosLabel = golden.Int("pos") };

        var marks = binarizer.FitTransform(y);

        Assert.Equal(golden.GetProperty("classes").Ints(), binarizer.Classes);
        Assert.Equal(golden.GetProperty("marks").Matrix(), marks);
        Assert.Equal(golden.GetProperty("inverse").Ints(), binarizer.InverseTransform(outputs));
        Assert.Equal(golden.GetProperty("inverse_at").Ints(), binarizer.InverseTransform(outputs, threshold: 0.3));
    }

    [Fact]
    public void Two_classes_have_one_column_that_marks_the_larger() =>
        Assert.Equal(new double[,] { { 1 }, { 0 } }, new LabelBinarizer().FitTransform([8, 3]));

    [Fact]
    public void The_threshold_itself_means_the_smaller_class() =>
        Assert.Equal([3, 8], new LabelBinarizer().Fit([3, 8]).InverseTransform(new[,] { { 0.5 }, { 0.5000001 } }));

    [Fact]
    public void The_inverse_brings_labels_back() => Check.One(Config.QuickThrowOnFailure.WithReplay(9, 1), Prop.ForAll(
        Arb.From(Gen.Choose(-9, 9).NonEmptyListOf().Select(list => list.ToArray())), labels =>
        {
            var binarizer = new LabelBinarizer { NegLabel = -1 };

            return binarizer.InverseTransform(binarizer.FitTransform(labels)).SequenceEqual(labels);
        }));

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("LabelBinarizer: not fitted", () => new LabelBinarizer().Transform([1])),
        ("LabelBinarizer: nothing to fit", () => new LabelBinarizer().Fit([])),
        ("LabelBinarizer: marks", () => new LabelBinarizer { NegLabel = 1 }.Fit([1, 2])),
        ("LabelBinarizer: an unknown label", () => new LabelBinarizer().Fit([1, 2, 4]).Transform([1, 3])),
        ("LabelBinarizer: columns", () => new LabelBinarizer().Fit([1, 2, 4]).InverseTransform(new double[5, 2])),
    ];
}
