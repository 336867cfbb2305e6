using System.Text;
using CourseKit.Autograd;
using CourseKit.Learn;
using CourseKit.Nn;

namespace CourseKit.Tests.Learn;

public sealed class ModelFileTests : IDisposable
{
    private static readonly Tensor X = Tensor.From([.. Enumerable.Range(0, 60).Select(i => Math.Cos(i * 1.3))], [20, 3]);
    private static readonly int[] Y = [.. Enumerable.Range(0, 20).Select(i => 10 + (i % 3))];
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(DType.Float64)]
    [InlineData(DType.Float32)]
    public void Classifier_comes_back_as_it_was(DType precision)
    {
        var mlp = new MLPClassifier
        {
            HiddenLayerSizes = [6, 4],
            Activation = Activation.Tanh,
            MaxIter = 9,
            BatchSize = 7,
            RandomState = 3,
            Tol = 0.1 + 0.2,
            Log = TextWriter.Null,
        };
        mlp.Fit(X.To(precision), Y);

        mlp.Save(_path);
        var loaded = MLPClassifier.Load(_path);

        Assert.Equal(mlp.GetParams().Select(Text), loaded.GetParams().Select(Text));
        Assert.Equal(mlp.PredictProba(X).Cast<double>(), loaded.PredictProba(X).Cast<double>());
        Assert.Equal(mlp.Predict(X), loaded.Predict(X));
        Assert.Equal(mlp.Classes, loaded.Classes);
        Assert.Equal(mlp.LossCurve, loaded.LossCurve);
        Assert.Equal((mlp.IterationCount, mlp.BestLoss), (loaded.IterationCount, loaded.BestLoss));
        Assert.Equal(precision, loaded.Coefs[0].DType);
    }

    [Fact]
    public void Regressor_with_early_stopping_comes_back_and_can_go_on()
    {
        var model = new MLPRegressor { HiddenLayerSizes = [5], EarlyStopping = true, MaxIter = 12, Log = TextWriter.Null };
        model.Fit(X, Array.ConvertAll(Y, y => (double)y));

        model.Save(_path);
        var loaded = MLPRegressor.Load(_path);

        Assert.Equal(model.ValidationScores, loaded.ValidationScores);
        Assert.Equal(model.Predict(X), loaded.Predict(X));
        Assert.Null(loaded.BestLoss);
        loaded.PartialFit(X, Array.ConvertAll(Y, y => (double)y));
        Assert.Equal(13, loaded.IterationCount);
    }

    [Fact]
    public void File_is_what_the_safetensors_format_says()
    {
        var tensors = new Dictionary<string, Tensor> { ["b"] = new float[,] { { 1, 2 } }, ["a"] = new[] { 0.5 } };

        new SafeTensorsFile(tensors, new Dictionary<string, string> { ["note"] = "n" }).Save(_path);

        const string Header = """{"__metadata__":{"note":"n"},"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"""
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[8,16]}}";
        var padded = Header.PadRight((Header.Length + 7) / 8 * 8);
        byte[] expected = [.. BitConverter.GetBytes((long)padded.Length), .. Encoding.UTF8.GetBytes(padded),
            .. BitConverter.GetBytes(0.5), .. BitConverter.GetBytes(1f), .. BitConverter.GetBytes(2f)];
        Assert.Equal(expected, File.ReadAllBytes(_path));
        Assert.Equal("n", SafeTensorsFile.Load(_path).Metadata["note"]);
        Assert.Equal("(1, 2) float32 [[1, 2]]", SafeTensorsFile.Load(_path).Tensors["b"].ToString());
    }

    [Fact]
    public void File_cut_anywhere_is_an_error_that_names_it()
    {
        new MLPClassifier { HiddenLayerSizes = [2], MaxIter = 1, Log = TextWriter.Null }.Fit(X, Y).Save(_path);
        var whole = File.ReadAllBytes(_path);

        for (var length = 0; length < whole.Length; length += length < 20 ? 1 : 41)
        {
            File.WriteAllBytes(_path, whole[..length]);
            var error = Assert.Throws<InvalidDataException>(() => MLPClassifier.Load(_path));
            Assert.StartsWith(_path, error.Message, StringComparison.Ordinal);
        }
    }

    private static string Text(KeyValuePair<string, object?> setting) =>
        $"{setting.Key} {(setting.Value is IEnumerable<int> sizes ? string.Join(",", sizes) : setting.Value)}";
}
