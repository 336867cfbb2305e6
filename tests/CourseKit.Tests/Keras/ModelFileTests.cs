using CourseKit.Autograd;
using CourseKit.Keras.Layers;
using CourseKit.Keras.Losses;
using CourseKit.Keras.Metrics;
using CourseKit.Keras.Optimizers;
using CourseKit.Keras.Regularizers;
using CourseKit.Nn;
using CourseKit.Tests.Data;
using Flatten = CourseKit.Keras.Layers.Flatten;
using Sequential = CourseKit.Keras.Sequential;

namespace CourseKit.Tests.Keras;

public sealed class ModelFileTests : IDisposable
{
    private static readonly Tensor X = Tensor.From([.. Enumerable.Range(0, 24).Select(i => Math.Sin(i))], [4, 6]);
    private static readonly int[] Y = [0, 1, 2, 0];

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.PathOf("model.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_model_comes_back_whole_and_goes_on_learning()
    {
        var model = Compiled();
        model.Fit(X, Y, epochs: 3, verbose: 0);
        model.LearningRate = 0.07;

        model.Save(Path);
        var loaded = Sequential.Load(Path);

        Assert.Equal(model.Predict(X).ToDoubles(), loaded.Predict(X).ToDoubles());
        Assert.Equal(model.ToText(), loaded.ToText());
        Assert.Equal((model.Seed, model.DType, model.LearningRate), (loaded.Seed, loaded.DType, loaded.LearningRate));
        Assert.Equal(model.Evaluate(X, Y), loaded.Evaluate(X, Y));

        // Plain SGD remembers nothing: both go on alike.
        Assert.Equal(
            model.Fit(X, Y, epochs: 2, verbose: 0, shuffle: false)["loss"], loaded.Fit(X, Y, epochs: 2, verbose: 0, shuffle: false)["loss"]);
    }

    [Fact]
    public void A_model_saved_twice_is_the_same_file()
    {
        var model = Compiled();
        model.Save(Path);
        var once = File.ReadAllBytes(Path);

        Sequential.Load(Path).Save(Path);

        Assert.Equal(once, File.ReadAllBytes(Path));
    }

    [Fact]
    public void Weights_have_Keras_names_and_shapes()
    {
        Compiled().Save(Path);

        var tensors = SafeTensorsFile.Load(Path).Tensors;

        Assert.Equal(
            ["dense/bias (4)", "dense/kernel (6, 4)", "out/kernel (4, 3)"],
            tensors.Select(entry => $"{entry.Key} {entry.Value.Shape}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Layers_of_every_kind_are_described_without_loss()
    {
        var model = new Sequential(
            [
                new Rescaling(1 / 255.0, -0.5) { InputShape = [2, 3], Name = "scale" },
                new Flatten(),
                new Dense(5) { KernelInitializer = new CourseKit.Keras.Initializers.RandomUniform(-1, 1), BiasRegularizer = new L1L2(0.1, 0.2) },
                new Activation("tanh"),
                new Dense(1, "sigmoid"),
            ],
            seed: 9, dtype: DType.Float64, name: "all");
        model.Compile(new Adam(0.01, epsilon: 1e-3), new BinaryCrossentropy(), ["acc", new AUC(50), new LossMetric("mse")]);

        model.Save(Path);
        var loaded = Sequential.Load(Path);

        Assert.Equal(["Rescaling", "Flatten", "Dense", "Activation", "Dense"], loaded.Layers.Select(layer => layer.GetType().Name));
        var dense = Assert.IsType<Dense>(loaded.Layers[2]);
        Assert.Equal(new CourseKit.Keras.Initializers.RandomUniform(-1, 1), dense.KernelInitializer);
        Assert.Equal(new L1L2(0.1, 0.2), dense.BiasRegularizer);
        Assert.Equal("scale", loaded.Layers[0].Name);
        Assert.Equal(["loss", "acc", "auc", "mean_squared_error"], loaded.Evaluate(Tensor.Zeros([2, 2, 3]), new[] { 0, 1 }).Keys);
        var x = Tensor.Full([2, 2, 3], 100);
        Assert.Equal(model.Evaluate(x, new[] { 0, 1 }), loaded.Evaluate(x, new[] { 0, 1 }));
    }

    private static Sequential Compiled()
    {
        var model = new Sequential(
            [
                new InputLayer(6),
                new Dense(4, "relu") { KernelRegularizer = new L2(0.01) },
                new Dense(3, "softmax") { Name = "out", UseBias = false },
            ],
            seed: 3);
        model.Compile(new SGD(0.1), "sparse_categorical_crossentropy", ["accuracy", new Precision(0.4)]);
        return model;
    }
}
