using System.Diagnostics;
using System.Globalization;
using CourseKit.Numerics;

namespace CourseKit.Benchmarks.Work;

/// <summary>R2 Q5 with plain arrays: 2-3-1, ReLU and sigmoid, one example at a time, backpropagation written out.</summary>
internal sealed class XnorByHand : BenchmarkWork
{
    private const int Hidden = 3, Epochs = 500, Seeds = 200;
    private const double Rate = 0.1;

    private static readonly double[][] Inputs = [[0, 0], [0, 1], [1, 0], [1, 1]];
    private static readonly double[] Targets = [1, 0, 0, 1];

    private readonly double[,] _w1 = new double[2, Hidden];
    private readonly double[] _w2 = new double[Hidden], _b1 = new double[Hidden], _hidden = new double[Hidden];
    private double _b2;

    public override void Run()
    {
        var right = 0;
        var start = Stopwatch.GetTimestamp();
        for (var seed = 0; seed < Seeds; seed++)
        {
            Begin(new MersenneTwister((uint)seed));
            for (var epoch = 0; epoch < Epochs; epoch++)
                for (var i = 0; i < 4; i++)
                    Learn(Inputs[i], Targets[i]);
            right += Enumerable.Range(0, 4).All(i => (Forward(Inputs[i]) > 0.5) == (Targets[i] == 1)) ? 1 : 0;
        }
        Seconds = Stopwatch.GetElapsedTime(start).TotalSeconds / Seeds;
        Result = string.Create(CultureInfo.InvariantCulture, $"{(double)right / Seeds:F4} of {Seeds} seeds");
    }

    // Everything uniform in 0..1, in NumPy's order.
    private void Begin(MersenneTwister random)
    {
        for (var i = 0; i < 2; i++)
            for (var j = 0; j < Hidden; j++)
                _w1[i, j] = random.NextDouble();
        for (var j = 0; j < Hidden; j++)
            _w2[j] = random.NextDouble();
        for (var j = 0; j < Hidden; j++)
            _b1[j] = random.NextDouble();
        _b2 = random.NextDouble();
    }

    private double Forward(double[] x)
    {
        var z = _b2;
        for (var j = 0; j < Hidden; j++)
        {
            _hidden[j] = Math.Max(0, (x[0] * _w1[0, j]) + (x[1] * _w1[1, j]) + _b1[j]);
            z += _hidden[j] * _w2[j];
        }
        return 1 / (1 + Math.Exp(-z));
    }

    // The gradient of the binary cross entropy in z is p − t.
    private void Learn(double[] x, double target)
    {
        var dz = Forward(x) - target;
        for (var j = 0; j < Hidden; j++)
        {
            var dh = _hidden[j] > 0 ? dz * _w2[j] : 0;
            _w2[j] -= Rate * dz * _hidden[j];
            _b1[j] -= Rate * dh;
            _w1[0, j] -= Rate * dh * x[0];
            _w1[1, j] -= Rate * dh * x[1];
        }
        _b2 -= Rate * dz;
    }
}
