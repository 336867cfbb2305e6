using CourseKit.Autograd;
using CourseKit.Keras.Layers;
using CourseKit.Keras.Optimizers;
using CourseKit.Nn;
using Sequential = CourseKit.Keras.Sequential;

namespace CourseKit.Tests.Keras;

public sealed class OptimizerTests
{
    [Fact]
    public void Defaults_are_those_of_the_dialect()
    {
        var keras = Dialect.Keras;

        Assert.Equal(keras.SGDLearningRate, new SGD().LearningRate);
        Assert.Equal((keras.RMSpropLearningRate, keras.RMSprop!.Decay, keras.RMSprop.Epsilon),
            (new RMSprop().LearningRate, new RMSprop().Rho, new RMSprop().Epsilon));
        Assert.Equal((keras.AdagradLearningRate, keras.Adagrad!.InitialAccumulator, keras.Adagrad.Epsilon),
            (new Adagrad().LearningRate, new Adagrad().InitialAccumulatorValue, new Adagrad().Epsilon));
        Assert.Equal((0.001, 0.9, 0.999, keras.AdamEpsilon), (new Adam().LearningRate, new Adam().Beta1, new Adam().Beta2, new Adam().Epsilon));
        Assert.Equal((keras.AdamWDecay, keras.AdamEpsilon), (new AdamW().WeightDecay, new AdamW().Epsilon));
    }

    [Theory]
    [InlineData("SGD")]
    [InlineData("sgd")]
    public void Names_may_be_spelled_as_classes_or_in_small_letters(string name) => Assert.Equal(new SGD(), (Optimizer)name);

    [Fact]
    public void Nothing_said_is_rmsprop()
    {
        // The first step of RMSprop is η g / (√(0.1 g²) + ε), whatever g: w = 0.001 / √0.1.
        var model = new Sequential([new Dense(1) { UseBias = false, KernelInitializer = "zeros" }], [1], dtype: DType.Float64);
        model.Compile(loss: "mse");

        model.Fit(Tensor.Ones([1, 1]), new[] { 1.0 }, verbose: 0);

        Assert.Equal(0.001 / Math.Sqrt(0.1), model.GetWeights()[0].Item(), 1e-9);
    }
}
