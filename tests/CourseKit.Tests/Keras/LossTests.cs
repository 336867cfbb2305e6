using CourseKit.Autograd;
using CourseKit.Keras;
using CourseKit.Keras.Layers;
using CourseKit.Keras.Losses;
using CourseKit.Keras.Optimizers;
using CourseKit.Tests.Data;
using static CourseKit.Tests.Torch.ModuleRunTests;

namespace CourseKit.Tests.Keras;

/// <summary>Losses and activations worked by hand, through a network that returns its input or the bare function of it.</summary>
public sealed class LossTests
{
    [Fact]
    public void Errors_of_0_1_and_3_are_measured_in_three_ways()
    {
        double[][] y = [[2, 1], [-3, 5]], t = [[2, 2], [0, 5]];

        Assert.Equal((0 + 1 + 9 + 0) / 4.0, Evaluate("mean_squared_error", y, t), 1e-12);
        Assert.Equal((0 + 1 + 3 + 0) / 4.0, Evaluate("mae", y, t), 1e-12);
        Assert.Equal((0 + 0.5 + 2.5 + 0) / 4, Evaluate("huber", y, t), 1e-12);
        Assert.Equal((0 + 0.375 + 1.375 + 0) / 4, Evaluate(new Huber(0.5), y, t), 1e-12);
    }

    [Fact]
    public void Hinge_takes_signs_or_zeros_and_ones()
    {
        // max(0, 1 − t y) of y = 0.5, −2 and t = 1, 1: 0.5, 3; of t = −1, −1: 1.5, 0.
        Assert.Equal((0.5 + 3 + 1.5 + 0) / 4, Evaluate("hinge", [[0.5], [-2], [0.5], [-2]], [[1], [1], [-1], [-1]]), 1e-12);
        Assert.Equal((0.5 + 3 + 1.5 + 0) / 4, Evaluate("hinge", [[0.5], [-2], [0.5], [-2]], [[1], [1], [0], [0]]), 1e-12);
    }

    [Fact]
    public void Rows_that_are_not_one_hot_count_in_their_shares()
    {
        // p = (0.5, 0.25, 0.25), t = (0.5, 0.5, 0): −0.5 ln 0.5 − 0.5 ln 0.25 = 1.5 ln 2; and one row of t = (0, 0, 1): 2 ln 2.
        Assert.Equal((1.5 + 2) * Math.Log(2) / 2,
            Evaluate("categorical_crossentropy", [[0.5, 0.25, 0.25], [0.5, 0.25, 0.25]], [[0.5, 0.5, 0], [0, 0, 1]]), 1e-12);
    }

    [Fact]
    public void Rows_that_are_not_one_hot_can_be_learned()
    {
        // The best that can be done about (0.75, 0.25) is to answer it.
        var model = new Sequential([new Dense(2, "softmax")], [1], dtype: DType.Float64);
        model.Compile(new SGD(1), "categorical_crossentropy");

        model.Fit(Tensor.Ones([8, 1]), Tensor.From([.. Enumerable.Repeat(new[] { 0.75, 0.25 }, 8).SelectMany(row => row)], [8, 2]), epochs: 200, verbose: 0);

        Assert.Equal(0.75, model.Predict(Tensor.Ones([1, 1]))[0, 0], 1e-6);
    }

    [Fact]
    public void Smoothing_draws_targets_to_the_middle()
    {
        // a = 0.2 of k = 4: t = 0.85, 0.05, 0.05, 0.05; of two: 0.9 and 0.1.
        var ofFour = -((0.85 * Math.Log(0.7)) + (0.15 * Math.Log(0.1)));
        var ofTwo = -((0.9 * Math.Log(0.7)) + (0.1 * Math.Log(0.3)));

        Assert.Equal(ofFour, Evaluate(new CategoricalCrossentropy(LabelSmoothing: 0.2), [[0.7, 0.1, 0.1, 0.1]], [[1, 0, 0, 0]]), 1e-12);
        Assert.Equal(ofTwo, Evaluate(new BinaryCrossentropy(LabelSmoothing: 0.2), [[0.7]], [[1]]), 1e-12);
        Assert.Equal(ofTwo, Evaluate(new BinaryCrossentropy(FromLogits: true, LabelSmoothing: 0.2), [[Math.Log(0.7 / 0.3)]], [[1]]), 1e-12);
    }

    [Fact]
    public void Networks_that_end_in_another_function_are_divided_by_the_sum_of_their_rows()
    {
        // 1 of 1 + 3.
        Assert.Equal(Math.Log(4), Evaluate("categorical_crossentropy", [[1, 3]], [[1, 0]]), 1e-12);
    }

    [Fact]
    public void Far_from_the_truth_the_loss_after_softmax_and_sigmoid_is_still_exact()
    {
        // Scores 0 and 1000: p rounds to 0 and 1, and clipped at 1e-7 the loss would be 16.
        double Loss(string activation, string loss, Targets y, params double[] bias)
        {
            var model = new Sequential([new Dense(bias.Length, activation)], [1]);
            model.SetWeights([Tensor.Zeros([1, bias.Length]), Tensor.From(bias)]);
            model.Compile("sgd", loss, [loss]);
            var logs = model.Evaluate(Tensor.Zeros([1, 1]), y);
            Assert.Equal(logs["loss"], logs[loss]);
            return logs["loss"];
        }

        Assert.Equal(1000, Loss("softmax", "sparse_categorical_crossentropy", new[] { 0 }, 0, 1000));
        Assert.Equal(1000, Loss("softmax", "categorical_crossentropy", new[] { 0 }.ToCategorical(2), 0, 1000));
        Assert.Equal(1000, Loss("sigmoid", "binary_crossentropy", new[] { 0 }, 1000));
    }

    [Fact]
    public void Classes_count_by_their_weight_in_training_and_not_in_validation()
    {
        // p = (0.5, 0.25, 0.25): ln 2 for label 0 and 2 ln 2 for the others. Weights 1, 3, 0: (1 + 1 + 3 · 2 + 0) ln 2 / 4, without (1 + 1 + 2 + 2) ln 2 / 4.
        int[] labels = [0, 0, 1, 2];
        foreach (var (loss, y) in new (string, Targets)[] { ("sparse_categorical_crossentropy", labels), ("categorical_crossentropy", labels.ToCategorical(3)) })
        {
            var model = Probabilities(loss, Math.Log(2), 0, 0);
            var x = Tensor.Zeros([4, 1]);

            var history = model.Fit(x, y, verbose: 0, validationData: (x, y), classWeight: [1, 3, 0]);

            Assert.Equal(2 * Math.Log(2), history["loss"][0], 1e-12);
            Assert.Equal(1.5 * Math.Log(2), history["val_loss"][0], 1e-12);
        }
    }

    [Fact]
    public void A_class_of_twice_the_weight_is_a_class_with_every_sample_twice()
    {
        // Four rows of which one counts double, and five rows: the sums of the gradients are the same, so 4/5 of the rate gives the same steps.
        double[] Weights(double[] x, double[] y, double rate, double[]? classWeight)
        {
            var model = new Sequential([new Dense(1, "sigmoid")], [1], dtype: DType.Float64);
            model.Compile(new SGD(rate), "binary_crossentropy");
            model.Fit(Tensor.From(x, [x.Length, 1]), y, epochs: 20, verbose: 0, shuffle: false, classWeight: classWeight);
            return [.. model.GetWeights().SelectMany(weight => weight.ToDoubles())];
        }

        var weighted = Weights([-1, 0.5, 2, 3], [0, 0, 0, 1], 0.4, [1, 2]);
        var twice = Weights([-1, 0.5, 2, 3, 3], [0, 0, 0, 1, 1], 0.5, null);

        Assert.Equal(twice[0], weighted[0], 1e-12);
        Assert.Equal(twice[1], weighted[1], 1e-12);
    }

    [Theory]
    [InlineData("leaky_relu", -2, -0.4)]
    [InlineData("elu", -1, -0.6321205588285577)] // e⁻¹ − 1
    [InlineData("gelu", 1, 0.8413447460685429)] // Φ(1)
    [InlineData("silu", 1, 0.7310585786300049)] // 1/(1 + e⁻¹)
    [InlineData("swish", 1, 0.7310585786300049)]
    [InlineData("softplus", 0, 0.6931471805599453)] // ln 2
    [InlineData("exponential", 1, Math.E)]
    [InlineData("LeakyReLU", 3, 3)]
    public void Activations_have_Keras_names(string name, double x, double expected) =>
        Assert.Equal(expected, new Sequential([new Activation(name)], [1], dtype: DType.Float64).Predict(Tensor.From([x], [1, 1])).Item(), 1e-15);

    [Fact]
    public void Losses_of_every_kind_survive_a_file()
    {
        using var folder = new TemporaryFolder();
        foreach (var loss in new CourseKit.Keras.Losses.Loss[] { new Huber(0.5), new BinaryCrossentropy(true, 0.2), new Hinge(), new MeanAbsoluteError() })
        {
            var model = new Sequential([new Dense(1)], [1]);
            model.Compile("sgd", loss);
            model.Save(folder.PathOf("model.safetensors"));

            var (x, y) = (Tensor.Full([1, 1], 3), new[] { 1.0 });
            Assert.Equal(model.Evaluate(x, y), Sequential.Load(folder.PathOf("model.safetensors")).Evaluate(x, y));
        }
    }

    [Fact]
    public void Errors_can_be_measured_beside_a_loss_of_classes()
    {
        // p = (0.5, 0.25, 0.25) against (1, 0, 0): (1/4 + 1/16 + 1/16) / 3 and (1/2 + 1/4 + 1/4) / 3.
        var model = Probabilities("categorical_crossentropy", Math.Log(2), 0, 0);
        model.Compile("sgd", "categorical_crossentropy", ["mse", "mae", "accuracy"]);

        var logs = model.Evaluate(Tensor.Zeros([2, 1]), new[] { 0, 0 }.ToCategorical(3));

        Assert.Equal(["loss", "mse", "mae", "accuracy"], logs.Keys);
        AssertClose([Math.Log(2), 0.125, 1 / 3.0, 1], logs.Values, 1e-12);
    }

    private static Sequential Probabilities(string loss, params double[] scores)
    {
        var model = new Sequential([new Dense(scores.Length, "softmax")], [1], dtype: DType.Float64);
        model.SetWeights([Tensor.Zeros([1, scores.Length]), Tensor.From(scores)]);
        model.Compile(new SGD(1e-300), loss);
        return model;
    }

    private static double Evaluate(CourseKit.Keras.Losses.Loss loss, double[][] y, double[][] targets)
    {
        var model = new Sequential([new Rescaling(1)], [y[0].Length], dtype: DType.Float64);
        model.Compile("sgd", loss);
        return model.Evaluate(Rows(y), Rows(targets))["loss"];
    }

    private static Tensor Rows(double[][] rows) => Tensor.From([.. rows.SelectMany(row => row)], [rows.Length, rows[0].Length]);
}
