using System.Text.Json;
using CourseKit.Autograd;
using CourseKit.Keras;
using CourseKit.Keras.Layers;
using CourseKit.Keras.Optimizers;
using CourseKit.Tests.Data;
using CourseKit.Tests.Metrics;
using static CourseKit.Tests.Torch.ModuleRunTests;

namespace CourseKit.Tests.Keras;

/// <summary>Convolution, pooling, batch normalisation and dropout; numbers beside Golden/make.py, which has the channels last as Keras.</summary>
public sealed class ImageLayerTests
{
    private static readonly JsonElement Golden = GoldenFile.Read("Keras", "Golden", "layers.json").Named("network");

    [Fact]
    public void A_network_of_all_image_layers_learns_as_Keras_documentation_defines_them()
    {
        var model = Network();
        model.SetWeights(Start(model));
        var x = Wave([6, 7, 8, 2], 1);

        var history = model.Fit(x, new[] { 0, 1, 2, 0, 1, 2 }, batchSize: 6, epochs: 4, verbose: 0, shuffle: false);

        AssertClose(Golden.GetProperty("losses").Doubles(), history["loss"], 1e-12);
        AssertClose(Golden.GetProperty("outputs").Doubles(), model.Predict(x).ToDoubles(), 1e-10);
        foreach (var (expected, weight) in Golden.GetProperty("weights").EnumerateArray().Zip(model.GetWeights()))
            AssertClose(expected.Doubles(), weight.ToDoubles(), 1e-10);
    }

    [Fact]
    public void Weights_of_images_have_Keras_order_and_survive_a_file()
    {
        using var folder = new TemporaryFolder();
        var model = Network();
        model.SetWeights(Start(model));

        model.Save(folder.PathOf("model.safetensors"));
        var loaded = Sequential.Load(folder.PathOf("model.safetensors"));

        Assert.Equal(
            ["(3, 3, 2, 3)", "(3)", "(3)", "(3)", "(3)", "(3)", "(1, 2, 3, 4)", "(4)", "(16)", "(16)", "(16)", "(16)", "(16, 3)", "(3)"],
            loaded.GetWeights().Select(weight => weight.Shape.ToString()));
        Assert.Equal(model.GetWeights().Select(weight => weight.ToDoubles()), loaded.GetWeights().Select(weight => weight.ToDoubles()));
        Assert.Equal(model.ToText(), loaded.ToText());
        Assert.Equal(Wave([3, 3, 2, 3], 0.5).ToDoubles(), loaded.GetWeights()[0].ToDoubles());
    }

    [Theory]
    [InlineData(28, 3, 1, "valid", 26)]
    [InlineData(28, 3, 1, "same", 28)]
    [InlineData(28, 3, 2, "valid", 13)]
    [InlineData(28, 3, 2, "same", 14)]
    [InlineData(7, 2, 2, "valid", 3)]
    [InlineData(7, 2, 2, "same", 4)]
    public void Rows_and_columns_after_a_window_are_Keras(int size, int window, int stride, string padding, int expected)
    {
        var x = Tensor.Zeros([2, size, size, 1]);

        foreach (var layer in (Layer[])[new Conv2D(5, window, stride, padding), new MaxPooling2D(window, stride, padding), new AveragePooling2D(window, stride, padding)])
        {
            var channels = layer is Conv2D ? 5 : 1;
            Shape shape = [2, expected, expected, channels];

            Assert.Equal(shape, new Sequential([layer], [size, size, 1]).Predict(x).Shape);
        }
    }

    [Fact]
    public void Images_come_out_with_their_channels_last()
    {
        // A filter of one place that swaps two channels: rows and columns stay where they are.
        var model = new Sequential([new Conv2D(2, 1) { UseBias = false }], [2, 3, 2]);
        model.SetWeights([Tensor.From([0.0, 1, 1, 0], [1, 1, 2, 2])]);
        var x = Tensor.Arange(12).Reshape(1, 2, 3, 2);

        var y = model.Predict(x);

        Assert.Equal(x.Shape, y.Shape);
        Assert.Equal([1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10], y.ToDoubles());
    }

    [Fact]
    public void Flattened_images_keep_Keras_order()
    {
        var model = new Sequential([new MaxPooling2D(1), new Flatten()], [2, 2, 3]);
        var x = Tensor.Arange(12).Reshape(1, 2, 2, 3);

        Assert.Equal(x.ToDoubles(), model.Predict(x).ToDoubles());
    }

    [Fact]
    public void Kernels_of_images_start_within_Glorots_bound()
    {
        // 3 · 3 · 2 values in, 3 · 3 · 16 out: √(6 / (18 + 144)).
        var kernel = new Sequential([new Conv2D(16, 3)], [8, 8, 2]).GetWeights()[0].ToDoubles();
        var bound = Math.Sqrt(6.0 / 162);

        Assert.All(kernel, weight => Assert.InRange(weight, -bound, bound));
        Assert.True(kernel.Max() > 0.9 * bound && kernel.Min() < -0.9 * bound);
    }

    [Fact]
    public void Dropout_drops_in_training_only_and_anew_in_each_batch()
    {
        // The unit returns what reaches it; the mean of its square is (1 / 0.75)² · 0.75 = 4/3 in training and 1 afterwards.
        var model = new Sequential([new Dropout(0.25), new Dense(1) { KernelInitializer = "ones", UseBias = false }], [1], dtype: DType.Float64);
        model.Compile(new SGD(1e-300), "mse");
        var (x, zeros) = (Tensor.Ones([5000, 1], DType.Float64), new double[5000]);

        var history = model.Fit(x, zeros, epochs: 2, verbose: 0, validationData: (x, zeros));

        Assert.All(history["loss"], loss => Assert.Equal(4 / 3.0, loss, 0.05));
        Assert.NotEqual(history["loss"][0], history["loss"][1]);
        Assert.Equal([1.0, 1.0], history["val_loss"]);
        Assert.Equal(x.ToDoubles(), model.Predict(x).ToDoubles());
        Assert.Equal(1, model.Evaluate(x, zeros)["loss"]);
    }

    [Fact]
    public void Dropout_changes_neither_weights_nor_the_order_of_samples()
    {
        double[] Weights(params Layer[] layers) => new Sequential([.. layers, new Dense(3)], [4]).GetWeights()[0].ToDoubles();

        Assert.Equal(Weights(), Weights(new Dropout(0.5)));
    }

    [Fact]
    public void What_a_callback_predicts_changes_nothing_in_the_training()
    {
        double[] Losses(params CourseKit.Keras.Callbacks.Callback[] callbacks)
        {
            var model = new Sequential([new Dense(6, "relu"), new BatchNormalization(), new Dropout(0.5), new Dense(1)], [1]);
            model.Compile(new SGD(0.1), "mse");
            return model.Fit(Wave([12, 1], 1), Wave([12], 1), batchSize: 4, epochs: 3, verbose: 0, callbacks: callbacks)["loss"];
        }

        Assert.Equal(Losses(), Losses(new Asking()));
    }

    [Fact]
    public void A_batch_of_one_row_is_normalised_to_beta()
    {
        // Keras takes it, where PyTorch does not: the variance of a single value is 0.
        var model = new Sequential([new BatchNormalization { BetaInitializer = new CourseKit.Keras.Initializers.Constant(3) }], [2], dtype: DType.Float64);
        model.Compile(new SGD(1e-300), "mse");

        var history = model.Fit(Tensor.From([5.0, 7], [1, 2]), Tensor.Zeros([1, 2]), verbose: 0);

        Assert.Equal(9, history["loss"][0], 1e-12);
        Assert.Equal([0.05, 0.07, 0.99, 0.99], model.GetWeights().Skip(2).SelectMany(weight => weight.ToDoubles()).Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void Batch_normalisation_has_only_the_weights_that_were_asked_for()
    {
        var model = new Sequential([new BatchNormalization(scale: false, center: false)], [3]);

        Assert.Equal(2, model.GetWeights().Count);
    }

    private static Sequential Network()
    {
        var model = new Sequential(
            [
                new Conv2D(3, 3, strides: 2, padding: "same", activation: "relu"),
                new BatchNormalization(),
                new Conv2D(4, (1, 2), activation: "tanh"),
                new MaxPooling2D(padding: "same"),
                new AveragePooling2D(strides: 1, padding: "same"),
                new Flatten(),
                new BatchNormalization(),
                new Dense(3, "softmax"),
            ],
            inputShape: [7, 8, 2], dtype: DType.Float64);
        model.Compile(new SGD(0.1), "sparse_categorical_crossentropy");
        return model;
    }

    /// <summary>Waves, and gamma 1, beta 0, mean 0 and variance 1.</summary>
    private static Tensor[] Start(Sequential model) =>
        [.. model.GetWeights().Select((weight, i) => i is (>= 2 and < 6) or (>= 8 and < 12) ? weight : Wave(weight.Shape, 0.5))];

    private static Tensor Wave(Shape shape, double factor) =>
        Tensor.From([.. Enumerable.Range(1, shape.Size).Select(i => Math.Sin(i) * factor)], shape);

    private sealed class Asking : CourseKit.Keras.Callbacks.Callback
    {
        public override void OnTrainBatchEnd(int batch, Logs logs)
        {
            Model.Predict(Tensor.Zeros([2, 1]));
            Model.Evaluate(Tensor.Zeros([2, 1]), new double[2]);
        }
    }
}
