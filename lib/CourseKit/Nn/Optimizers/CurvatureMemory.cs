using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;


namespace CourseKit.Nn.Optimizers;

/// <summary>The last few steps s = w′ − w and changes of gradient y = g′ − g, from which the inverse curvature H is estimated.</summary>
internal sealed class CurvatureMemory(int capacity)
{
    private const double MachineEpsilon = 2.220446049250313e-16;

    private readonly Queue<(double[] S, double[] Y, double InverseOfSY)> _pairs = new();

    public bool IsEmpty => _pairs.Count == 0;

    public void Clear() => _pairs.Clear();

    /// <summary>Learns from a step, unless the gradient did not grow along it.</summary>
    public void Add(double[] weights, double[] newWeights, double[] gradient, double[] newGradient)
    {
        var (s, y) = (Difference(newWeights, weights), Difference(newGradient, gradient));
        var sy = FlatWeights.Dot(s, y);
        if (!(sy > MachineEpsilon * -FlatWeights.Dot(s, gradient)))
            return;
        if (_pairs.Count == capacity)
            _pairs.Dequeue();
        _pairs.Enqueue((s, y, 1 / sy));
    }

    /// <summary>−H g by the two loops of Nocedal (Updating quasi-Newton matrices with limited storage, 1980).</summary>
    public double[] Direction(double[] gradient)
    {
        var direction = new double[gradient.Length];
        TensorPrimitives.Negate<double>(gradient, direction);
        var pairs = _pairs.ToArray();
        var shares = new double[pairs.Length];
        for (var i = pairs.Length - 1; i >= 0; i--)
        {
            shares[i] = pairs[i].InverseOfSY * FlatWeights.Dot(pairs[i].S, direction);
            FlatWeights.Along(direction, pairs[i].Y, -shares[i], direction);
        }
        if (pairs.Length > 0)
        {
            var (_, y, inverse) = pairs[^1];
            TensorPrimitives.Multiply(direction, 1 / (inverse * FlatWeights.Dot(y, y)), direction);
        }
        for (var i = 0; i < pairs.Length; i++)
        {
            var share = pairs[i].InverseOfSY * FlatWeights.Dot(pairs[i].Y, direction);
            FlatWeights.Along(direction, pairs[i].S, shares[i] - share, direction);
        }
        return direction;
    }

    private static double[] Difference(double[] a, double[] b)
    {
        var difference = new double[a.Length];
        TensorPrimitives.Subtract<double>(a, b, difference);
        return difference;
    }
}
