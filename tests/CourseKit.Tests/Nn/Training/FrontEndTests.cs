using CourseKit.Autograd;
using CourseKit.Keras.Layers;
using CourseKit.Learn;
using CourseKit.Nn;

namespace CourseKit.Tests.Nn.Training;

/// <summary>One network through Learn, Keras and Torch: the same weights, loss and order, plain SGD, no penalty, float64.</summary>
[Collection("Torch")]
public sealed class FrontEndTests
{
    private const int Rows = 22, BatchSize = 5, Epochs = 7;
    private const double Rate = 0.3;

    private static readonly Tensor X = Tensor.From([.. Enumerable.Range(1, Rows * 4).Select(i => Math.Sin(i) * 3)], [Rows, 4]);
    private static readonly int[] Y = [.. Enumerable.Range(0, Rows).Select(i => (i + (i / 4)) % 3)];

    [Fact]
    public void All_three_learn_with_the_same_bits()
    {
        var start = Perceptron(1e-300).PartialFit(X, Y, [0, 1, 2]);
        Tensor[] weights = [.. start.Coefs.Zip(start.Intercepts).SelectMany(layer => new[] { layer.First.Clone(), layer.Second.Clone() })];

        var learn = Perceptron(Rate).Fit(X, Y);
        var (kerasLosses, keras) = ByKeras(weights);
        var (torchLosses, torch) = ByTorch(weights);

        Assert.Equal(Epochs, learn.LossCurve.Count);
        Assert.True(learn.LossCurve[^1] < learn.LossCurve[0]);
        Assert.Equal(learn.LossCurve, kerasLosses);
        Assert.Equal(learn.LossCurve, torchLosses);
        foreach (var (layer, i) in learn.Coefs.Zip(learn.Intercepts).Select((layer, i) => (layer, i)))
        {
            Assert.Equal(layer.First.ToDoubles(), keras[2 * i].ToDoubles());
            Assert.Equal(layer.First.ToDoubles(), torch[2 * i].T.ToDoubles());
            Assert.Equal(layer.Second.ToDoubles(), keras[(2 * i) + 1].ToDoubles());
            Assert.Equal(layer.Second.ToDoubles(), torch[(2 * i) + 1].ToDoubles());
        }
    }

    // A rate of almost nothing leaves the weights as they were drawn.
    private static MLPClassifier Perceptron(double rate) => new()
    {
        HiddenLayerSizes = [6, 5],
        Activation = CourseKit.Learn.Activation.Tanh,
        Solver = Solver.SGD,
        LearningRateInit = rate,
        Momentum = 0,
        Alpha = 0,
        Shuffle = false,
        BatchSize = BatchSize,
        MaxIter = Epochs,
        RandomState = 2,
        Log = TextWriter.Null,
    };

    private static (double[] Losses, IReadOnlyList<Tensor> Weights) ByKeras(Tensor[] weights)
    {
        var model = new CourseKit.Keras.Sequential([new Dense(6, "tanh"), new Dense(5, "tanh"), new Dense(3, "softmax")], [4], dtype: DType.Float64);
        model.SetWeights(weights);
        model.Compile(new CourseKit.Keras.Optimizers.SGD(Rate), "sparse_categorical_crossentropy", "accuracy");
        var history = model.Fit(X, Y, BatchSize, Epochs, verbose: 0, shuffle: false);
        return (history["loss"], model.GetWeights());
    }

    private static (List<double> Losses, IReadOnlyList<Tensor> Weights) ByTorch(Tensor[] weights)
    {
        static Module Linear(int inputs, int units) => new CourseKit.Torch.Linear(inputs, units, dtype: DType.Float64);
        var model = new Sequential(Linear(4, 6), new Tanh(), Linear(6, 5), new Tanh(), Linear(5, 3));
        foreach (var (to, from) in model.Parameters().Zip(weights))
            to.CopyFrom(to.Rank == 2 ? from.T : from);
        var (optimizer, criterion, losses) = (new CourseKit.Torch.SGD(model.Parameters(), Rate), new CourseKit.Torch.CrossEntropyLoss(), new List<double>());
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            var sum = 0.0;
            for (var start = 0; start < Rows; start += BatchSize)
            {
                var end = Math.Min(Rows, start + BatchSize);
                optimizer.ZeroGrad();
                var loss = criterion.Call(model.Call(X[start..end]), Y.AsMemory(start..end));
                loss.Backward();
                optimizer.Step();
                sum += loss.Item() * (end - start);
            }
            losses.Add(sum / Rows);
        }
        return (losses, model.Parameters());
    }
}
