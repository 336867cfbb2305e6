using CourseKit.Data.Files;

namespace CourseKit.Data;

/// <content>Ways out, to ML.NET and to Python.</content>
public abstract partial class Dataset<TSelf>
{
    /// <summary>The examples one by one, each made when it is asked for.</summary>
    public IEnumerable<LabelledRow> Rows()
    {
        for (var i = 0; i < Count; i++)
            yield return new LabelledRow { Features = FloatRow(i), Label = (uint)Y[i] };
    }

    /// <summary>Writes the examples for Python: <c>numpy.load(path)</c> gives <c>x</c> and <c>y</c> (int64).</summary>
    /// <remarks>Images are bytes of shape (n, rows, columns); rows of numbers are float64 of shape (n, d).</remarks>
    public void SaveNpz(string path) =>
        Npz.Write(path, new Dictionary<string, NdArray> { ["x"] = ToNdArray(), ["y"] = LabelArray() });

    /// <summary>Writes this set and its test part under Keras's names: <c>x_train, y_train, x_test, y_test</c>.</summary>
    public void SaveNpz(string path, TSelf test)
    {
        ArgumentNullException.ThrowIfNull(test);
        Npz.Write(path, new Dictionary<string, NdArray>
        {
            ["x_train"] = ToNdArray(),
            ["y_train"] = LabelArray(),
            ["x_test"] = test.ToNdArray(),
            ["y_test"] = test.LabelArray(),
        });
    }

    private protected abstract float[] FloatRow(int index);

    private protected abstract NdArray ToNdArray();

    private NdArray LabelArray() => new(Array.ConvertAll(Y, label => (long)label), Count);
}
