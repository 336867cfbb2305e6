using System.Text.Json;
using CourseKit.Autograd;
using CourseKit.Benchmarks.Work;
using CourseKit.Nn;
using CourseKit.Nn.Layers;
using CourseKit.Nn.Losses;
using CourseKit.Nn.Optimizers;
using CourseKit.Nn.Training;
using CourseKit.Numerics;
using Adam = CourseKit.Keras.Optimizers.Adam;

namespace CourseKit.Benchmarks;

/// <summary>The same training by <c>Fit</c> and by the engine's own loop, in turns within one process.</summary>
internal static class KerasOverhead
{
    private const int Turns = 41;

    /// <summary>Prints how many times as long as the engine alone <c>Fit</c> takes, as JSON.</summary>
    /// <param name="name">hoda or fashion.</param>
    public static int Run(string name)
    {
        var (data, sizes, batch, epochs) = name == "hoda"
            ? (KerasData.Hoda, new[] { 25, 50, 30, 15, 10 }, 64, 20)
            : (FirstOf(KerasData.Fashion, 3200), [784, 300, 100, 10], 32, 1);
        var model = KerasFit.Model(sizes, new Adam());
        var (network, optimizer, random) = Engine(sizes);
        var (samples, validation) = (new Samples(data.X, data.Y), data.HeldX is null ? null : new Samples(data.HeldX, data.HeldY!));
        var race = Race.Run(
            () => new Trainer
            {
                Model = network,
                Loss = new CategoricalCrossEntropyLoss(),
                Metrics = [new RunningAccuracy()],
                Optimizer = optimizer,
                Validation = validation,
                BatchSize = batch,
                Shuffle = order => random.Shuffle<int>(order),
            }.Fit(samples, epochs),
            () => model.Fit(data.X, data.Y, batch, epochs, verbose: 0, validationData: data.Validation),
            Turns, TimeSpan.Zero);
        Console.WriteLine(JsonSerializer.Serialize(new { engine = race.Ours, fit = race.Theirs, ratio = race.Ratio }));
        return 0;
    }

    private static (Nn.Sequential Network, Nn.Optimizers.Adam Optimizer, MersenneTwister Random) Engine(int[] sizes)
    {
        var random = new MersenneTwister(0);
        Tensor Weight(int inputs, int units)
        {
            var bound = Dialect.Keras.WeightBound(inputs, units, Nonlinearity.Identity);
            return Tensor.From([.. Enumerable.Range(0, inputs * units).Select(_ => random.Uniform(-bound, bound))], [inputs, units]).To(DType.Float32);
        }
        var layers = sizes.Zip(sizes.Skip(1)).Select((pair, i) => new Linear(
            Weight(pair.First, pair.Second), Tensor.Zeros([pair.Second]).Clone(), i < sizes.Length - 2 ? Nonlinearity.ReLU : Nonlinearity.Identity));
        var network = new Nn.Sequential([.. layers, new Softmax(-1)]);
        var options = new AdamOptions { Epsilon = Dialect.Keras.AdamEpsilon, EpsilonIsCorrected = Dialect.Keras.AdamEpsilonIsCorrected };
        return (network, new(network.Parameters(), 0.001, options), random);
    }

    private static KerasData FirstOf(KerasData data, int rows) => data with { X = data.X[..rows].Clone(), Y = data.Y[..rows] };
}
