using CourseKit.Display;

namespace CourseKit.Data;

/// <summary>Labelled examples in a fixed order: a matrix <see cref="X"/> (n, d) and a label per row, <see cref="Y"/> (n).</summary>
/// <typeparam name="TSelf">The set's own type, so that its parts are of the same type.</typeparam>
public abstract partial class Dataset<TSelf> : RichView
    where TSelf : Dataset<TSelf>
{
    private readonly Lazy<double[,]> _x;

    private protected Dataset(DatasetInfo info, int[] y)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(y);
        Labels.Check(info.Name, y, info.ClassNames.Count);
        (Info, Y, _x) = (info, y, new Lazy<double[,]>(MakeX));
    }

    /// <summary>What the set is and where it came from.</summary>
    public DatasetInfo Info { get; }

    /// <summary>Number of examples, n.</summary>
    public int Count => Y.Length;

    /// <summary>Label of each example (n); range 0 … <c>ClassNames.Count − 1</c>.</summary>
    public int[] Y { get; }

    /// <summary>Every example as one row of raw values (n, d). Made at the first use and kept: 8·n·d bytes.</summary>
    public double[,] X => _x.Value;

    /// <summary>Names of the classes, label 0 first.</summary>
    public IReadOnlyList<string> ClassNames => Info.ClassNames;

    /// <summary>For headings: name, stand-in or not, number of examples. <c>MNIST stand-in, 12 000 images</c>.</summary>
    public string Title => $"{Info.DisplayName}, {Grouped(Count)} {(Count == 1 ? Noun : $"{Noun}s")}";

    private protected abstract string Noun { get; }

    /// <summary>Label of each example as a row with a single one (n, classes): the target of categorical cross-entropy.</summary>
    public double[,] OneHot() => Labels.OneHot(Y, ClassNames.Count);

    private protected abstract TSelf Range(int start, int count);

    private protected abstract TSelf TakeRows(ReadOnlySpan<int> indices);

    private protected abstract double[,] MakeX();

    /// <summary>How many examples each class has.</summary>
    public Table ClassCounts()
    {
        var table = new Table("class", "count") { Title = Title };
        for (var label = 0; label < ClassNames.Count; label++)
            table.Add(ClassNames[label], Y.Count(y => y == label));
        return table;
    }

    /// <inheritdoc/>
    public override string ToHtml() => ClassCounts().ToHtml();

    /// <inheritdoc/>
    public override string ToText() => ClassCounts().ToText();

    /// <summary>From 10 000 on in groups of three, as numbers are set in print.</summary>
    private static string Grouped(int count) =>
        count.ToString(count < 10_000 ? "0" : "#,0", CultureInfo.InvariantCulture).Replace(',', ' ');
}
