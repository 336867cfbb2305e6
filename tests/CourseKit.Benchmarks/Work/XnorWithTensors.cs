using System.Diagnostics;
using System.Globalization;
using CourseKit.Autograd;
using CourseKit.Nn.Optimizers;
using CourseKit.Numerics;
using static CourseKit.Autograd.Functions;

namespace CourseKit.Benchmarks.Work;

/// <summary>R2 Q5 with tensors, whose gradients come by themselves; one example at a time.</summary>
internal sealed class XnorWithTensors : BenchmarkWork
{
    private const int Hidden = 3, Epochs = 500, Seeds = 100;

    private static readonly Tensor[] Inputs = [Row(0, 0), Row(0, 1), Row(1, 0), Row(1, 1)];
    private static readonly Tensor[] Targets = [Row(1), Row(0), Row(0), Row(1)];

    public override void Run()
    {
        var right = 0;
        var start = Stopwatch.GetTimestamp();
        for (var seed = 0; seed < Seeds; seed++)
            right += Learn(new MersenneTwister((uint)seed)) ? 1 : 0;
        Seconds = Stopwatch.GetElapsedTime(start).TotalSeconds / Seeds;
        Result = string.Create(CultureInfo.InvariantCulture, $"{(double)right / Seeds:F4} of {Seeds} seeds");
    }

    private bool Learn(MersenneTwister random)
    {
        Tensor w1 = Uniform(random, 2, Hidden), w2 = Uniform(random, Hidden, 1);
        Tensor b1 = Uniform(random, 1, Hidden).Reshape(Hidden), b2 = Uniform(random, 1, 1).Reshape(1);
        var sgd = new SGD([w1.RequireGrad(), w2.RequireGrad(), b1.RequireGrad(), b2.RequireGrad()], 0.1);
        Section("else");
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            for (var i = 0; i < 4; i++)
            {
                var scores = Forward(Inputs[i]);
                var loss = BinaryCrossEntropyWithLogits(scores, Targets[i]);
                Section("forward");
                sgd.ZeroGrad();
                loss.Backward();
                Section("backward");
                sgd.Step();
                Section("step");
            }
        }
        return Enumerable.Range(0, 4).All(i => (Forward(Inputs[i])[0, 0] > 0) == (Targets[i][0, 0] == 1));

        Tensor Forward(Tensor x) => Linear(Linear(x, w1, b1, Nonlinearity.ReLU), w2, b2);
    }

    private static Tensor Row(params double[] values) => Tensor.From(values).Reshape(1, values.Length);

    private static Tensor Uniform(MersenneTwister random, int rows, int columns) =>
        Tensor.From([.. Enumerable.Range(0, rows * columns).Select(_ => random.NextDouble())]).Reshape(rows, columns);
}
