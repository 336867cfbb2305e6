using CourseKit.Autograd;
using CourseKit.Data;
using CourseKit.Display;
using CourseKit.Keras;
using CourseKit.Learn;
using CourseKit.Metrics;
using CourseKit.Plotting;
using CourseKit.Reports;
using CourseKit.Torch;

namespace CourseKit.Tests.Display;

/// <summary>One of each kind of value that shows itself, with hostile text wherever text from data can stand.</summary>
internal static class ViewExamples
{
    /// <summary>Would run in a page that takes it as it is; the quotes and the bracket would leave an attribute, a comment and a cell.</summary>
    public const string Evil = "<script>alert(1)</script>\"'|]]>--><img src=x onerror=alert(2)>";

    public static IReadOnlyList<RichView> All { get; } = Make();

    private static RichView[] Make()
    {
        var log = new Logs([new(Evil, 0.5)]);
        var model = new CourseKit.Keras.Sequential([new CourseKit.Keras.Layers.Dense(1)], inputShape: [2], name: Evil);
        return
        [
            new Table(Evil, "loss") { Title = Evil }.Add(Evil, 0.25).Add("b", 1).Add("c", 2),
            Charts.LossCurve([0.5, 0.25], new() { Title = Evil, Data = Evil }),
            new Svg("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"></svg>", Evil),
            new Progress(1, 3, TimeSpan.FromSeconds(2)) { Title = Evil, Unit = Evil, Note = Evil, Measures = [(Evil, 0.5)] },
            ClassificationReport.Of([0, 1, 1], [0, 1, 0], targetNames: [Evil, "b"]),
            ClassificationReports.Of((Evil, ClassificationReport.Of([0, 1], [0, 1], targetNames: [Evil, "b"]))),
            ConfusionMatrix.Of([0, 1, 1], [0, 1, 0], targetNames: [Evil, "b"]),
            new RunComparison(Evil).Add(Evil, (Evil, 0.5)).Add(Evil, (Evil, 0.75)),
            Verdicts.Of(Evil, "quick", "r1b.final"),
            Sweep.Over((Evil, [Evil])).Run(_ => [(Evil, 1.0)]),
            CrossValidate.Of(() => new MLPClassifier { HiddenLayerSizes = [2], MaxIter = 1, Log = TextWriter.Null }, new double[10, 1], [0, 1, 0, 1, 0, 1, 0, 1, 0, 1]),
            new TabularDataset(new DatasetInfo(Evil, [Evil, "b"]), new double[2, 1], [0, 1], [Evil]),
            new ImageDataset(new DatasetInfo(Evil, [Evil, "b"]), new ImageShape(1, 1), new byte[2], [0, 1]),
            Tensor.From(new[,] { { 1.0, double.NaN } }),
            new Linear(2, 1),
            new NeuralNetClassifier(() => new Linear(2, 1)),
            model,
            new ModelSummary(Evil, model.Network!, SummaryFormat.WithSizes),
            new FitView([(Evil, Evil)]),
            new History([log]),
            log,
        ];
    }
}
