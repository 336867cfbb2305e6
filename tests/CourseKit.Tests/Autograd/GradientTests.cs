using CourseKit.Autograd;
using CourseKit.Autograd.Ops;
using CourseKit.Numerics;
using static CourseKit.Autograd.Functions;

namespace CourseKit.Tests.Autograd;

public sealed class GradientTests
{
    private static readonly int[] Labels = [2, 0, 3];
    private static readonly Tensor Targets = Tensor.From([1.0, 0.25, 0.0], [3, 1]);

    private static readonly Sliding Same = Sliding.Same((4, 4), (3, 3), (1, 1));

    /// <summary>Every operation, on inputs away from its corners.</summary>
    private static readonly Dictionary<string, (Func<Tensor[], Tensor> Function, Shape[] Shapes)> Cases = new()
    {
        ["a + b"] = (x => x[0] + x[1], [[2, 3], [2, 3]]),
        ["a + row"] = (x => x[0] + x[1], [[2, 3], [3]]),
        ["a - column"] = (x => x[0] - x[1], [[4, 3], [4, 1]]),
        ["row * column"] = (x => x[0] * x[1], [[1, 3], [4, 1]]),
        ["a * a"] = (x => x[0] * x[0], [[5]]),
        ["a / scalar"] = (x => x[0] / x[1], [[2, 3], []]),
        ["middle axis / outer axes"] = (x => x[0] / x[1], [[1, 3, 1], [2, 1, 4]]),
        ["long rows * long row"] = (x => x[0] * x[1], [[2, 700], [700]]),
        ["numbers"] = (x => (2 - x[0]) * 3 / (1 / (x[0] + 0.5)) - 1, [[4]]),
        ["-x"] = (x => -x[0], [[3]]),
        ["exp"] = (x => Exp(x[0]), [[2, 3]]),
        ["log"] = (x => Log(x[0]), [[2, 3]]),
        ["sqrt"] = (x => Sqrt(x[0]), [[600]]),
        ["abs"] = (x => Abs(x[0] - 1), [[7]]),
        ["relu"] = (x => ReLU(x[0] - 1), [[7]]),
        ["sigmoid"] = (x => Sigmoid(x[0]), [[2, 3]]),
        ["sigmoid by hand"] = (x => 1 / (1 + Exp(-x[0])), [[2, 3]]),
        ["tanh"] = (x => Tanh(x[0]), [[2, 3]]),
        ["softmax"] = (x => Softmax(x[0]), [[3, 4]]),
        ["softmax of many classes"] = (x => Softmax(x[0]), [[2, 30]]),
        ["softmax over rows"] = (x => Softmax(x[0], 0), [[3, 4]]),
        ["softmax of a middle axis"] = (x => Softmax(x[0], 1) * Softmax(x[0], -1), [[2, 3, 70]]),
        ["log softmax"] = (x => LogSoftmax(x[0]), [[3, 4]]),
        ["log softmax over rows"] = (x => LogSoftmax(x[0], 0), [[3, 4]]),
        ["leaky relu"] = (x => LeakyReLU(x[0] - 1, 0.2), [[7]]),
        ["elu"] = (x => ELU(x[0] - 1, 1.5), [[7]]),
        ["gelu"] = (x => GELU(3 * (x[0] - 1)), [[9]]),
        ["silu"] = (x => SiLU(3 * (x[0] - 1)), [[9]]),
        ["softplus"] = (x => Softplus(3 * (x[0] - 1)), [[9]]),
        ["dropout"] = (x => Dropout(x[0], 0.4, Draws()), [[20]]),
        ["batch norm in training"] = (x => BatchNorm(x[0], x[1], x[2], new(3, x[0].DType), training: true), [[4, 3], [3], [3]]),
        ["batch norm of images in training"] =
            (x => BatchNorm(x[0], x[1], x[2], new(3, x[0].DType), training: true), [[2, 3, 2, 2], [3], [3]]),
        ["batch norm in evaluation"] = (x => BatchNorm(x[0], x[1], x[2], new(2, x[0].DType), training: false), [[3, 2, 2], [2], [2]]),
        ["batch norm without bias"] = (x => BatchNorm(x[0], x[1], null, new(3, x[0].DType), training: true), [[4, 3], [3]]),
        ["batch norm without weight"] = (x => BatchNorm(x[0], null, x[1], new(3, x[0].DType), training: true), [[4, 3], [3]]),
        ["conv2d"] = (x => Conv2d(x[0], x[1], x[2], 2, 1), [[2, 3, 5, 4], [2, 3, 3, 3], [2]]),
        ["conv2d without bias"] = (x => Conv2d(x[0], x[1], null), [[2, 1, 4, 4], [3, 1, 2, 3]]),
        ["conv2d relu"] = (x => Conv2d(x[0], x[1], x[2] - 9, Same, Nonlinearity.ReLU), [[1, 2, 4, 4], [2, 2, 3, 3], [2]]),
        ["conv2d sigmoid"] = (x => Conv2d(x[0], x[1], x[2] - 9, Same, Nonlinearity.Sigmoid), [[1, 2, 4, 4], [2, 2, 3, 3], [2]]),
        ["conv2d tanh"] = (x => Conv2d(x[0], x[1], x[2] - 9, Same, Nonlinearity.Tanh), [[1, 2, 4, 4], [2, 2, 3, 3], [2]]),
        ["max pool"] = (x => MaxPool2d(x[0], 2), [[2, 2, 4, 5]]),
        ["max pool, overlapping, padded"] = (x => MaxPool2d(x[0], 3, 2, 1), [[1, 2, 5, 5]]),
        ["average pool"] = (x => AvgPool2d(x[0], 2), [[2, 2, 4, 5]]),
        ["average pool, overlapping, padded"] = (x => AvgPool2d(x[0], 3, 2, 1), [[1, 2, 5, 5]]),
        ["average pool of what is there"] = (x => AvgPool2d(x[0], (2, 3), Same, countPadding: false), [[1, 2, 4, 4]]),
        ["a to the power of b"] = (x => Pow(x[0], x[1]), [[2, 3], [3]]),
        ["maximum"] = (x => Maximum(x[0], x[1]), [[4, 3], [3]]),
        ["maximum with a number"] = (x => Maximum(x[0], 1), [[7]]),
        ["minimum"] = (x => Minimum(x[0], x[1]), [[4, 3], [3]]),
        ["clip"] = (x => Clip(x[0], 0.7, 1.4), [[9]]),
        ["where"] = (x => Where(x[0] > 1, x[0] * x[0], x[1]), [[4, 3], [3]]),
        ["comparisons count as constants"] = (x => (x[0] * (x[0] >= 1)) + (x[1] * (x[0] < x[1])) + (x[0] <= 1), [[4], [4]]),
        ["largest"] = (x => x[0].Max() + x[0].Max(0).Sum(), [[4, 3]]),
        ["smallest"] = (x => x[0].Min(1, keepAxis: true) * x[0], [[2, 4, 3]]),
        ["several axes"] = (x => x[0].Sum([0, 2]) + x[0].Mean([-1, 0]) + x[0].Max([0, 2]), [[2, 4, 3]]),
        ["variance"] = (x => x[0].Var() + x[0].Var(0, correction: 0).Sum(), [[5, 2]]),
        ["standard deviation"] = (x => x[0].Std([0, 2], keepAxis: true) * x[0], [[3, 2, 2]]),
        ["logsumexp"] = (x => LogSumExp(x[0]) + LogSumExp(x[0], 0, keepAxis: true).Sum(1), [[2, 4]]),
        ["logsumexp of a middle axis"] = (x => LogSumExp(x[0], 1), [[2, 3, 2]]),
        ["flatten"] = (x => x[0].Flatten(1).MatMul(x[1]), [[2, 2, 3], [6, 2]]),
        ["transpose"] = (x => x[0].T.MatMul(x[0]) * x[1].Transpose(0, 1), [[4, 3], [3, 3]]),
        ["permute"] = (x => x[0].Permute(2, 0, 1) * x[1], [[2, 3, 4], [4, 2, 3]]),
        ["slice"] = (x => x[0][1.., ..2, ^2..] * x[0][..2, 1..3, 1..], [[3, 3, 3]]),
        ["rows picked, one twice"] = (x => x[0].IndexSelect(0, 2, 0, 2) * x[0].IndexSelect(1, 1), [[3, 4]]),
        ["a value of each row"] = (x => x[0].Gather(2, 0, 3), [[3, 4]]),
        ["concat"] = (x => Concat([x[0], x[1] * 2, x[0]], 1), [[2, 3], [2, 1]]),
        ["stack"] = (x => Stack([x[0], x[1]], -1), [[2, 3], [2, 3]]),
        ["cross entropy of smoothed targets"] = (x => CrossEntropy(x[0], Tensor.Linspace(0, 0.5, 12, x[0].DType).Reshape(3, 4), 0.1), [[3, 4]]),
        ["categorical cross entropy of a softmax"] = (x => CategoricalCrossEntropy(Softmax(x[0]), Labels), [[3, 4]]),
        ["categorical cross entropy"] = (x => CategoricalCrossEntropy(x[0], Labels, 0.01), [[3, 4]]),
        ["categorical cross entropy, smoothed, clipped"] =
            (x => CategoricalCrossEntropy(x[0], Tensor.OneHot(Labels, 4, x[0].DType), 0.2, 0.1), [[3, 4]]),
        ["negative log likelihood"] = (x => NegativeLogLikelihood(LogSoftmax(x[0]), Labels), [[3, 4]]),
        ["binary cross entropy of probabilities"] = (x => BinaryCrossEntropy(x[0] / 2, Targets.To(x[0].DType), 0.2), [[3, 1]]),
        ["binary cross entropy of a sigmoid"] = (x => BinaryCrossEntropy(Sigmoid(x[0]), Targets.To(x[0].DType)), [[3, 1]]),
        ["mean absolute error"] = (x => MeanAbsoluteError(x[0], Targets.To(x[0].DType)), [[3, 1]]),
        ["huber"] = (x => Huber(3 * x[0], Targets.To(x[0].DType), 2), [[3, 1]]),
        ["hinge"] = (x => Hinge(x[0] - 1, (2 * Targets.To(x[0].DType)) - 1), [[3, 1]]),
        ["own softmax and cross entropy"] =
            (x => OwnCrossEntropy(OwnSoftmax(x[0], 1), Tensor.OneHot(Labels, 4, x[0].DType)), [[3, 4]]),
        ["own softmax along the wrong axis"] =
            (x => OwnCrossEntropy(OwnSoftmax(x[0], 0), Tensor.OneHot(Labels, 4, x[0].DType)), [[3, 4]]),
        ["power"] = (x => Pow(x[0], 1.5) + Pow(x[0], 2) + Pow(x[0], -1) + Pow(x[0], 0), [[5]]),
        ["matmul"] = (x => x[0].MatMul(x[1]), [[3, 4], [4, 2]]),
        ["linear"] = (x => Linear(x[0], x[1], x[2]), [[5, 4], [4, 3], [3]]),
        ["linear, a row for each unit"] = (x => Linear(x[0], x[1], x[2] - 6, Nonlinearity.Tanh, unitsFirst: true), [[5, 4], [3, 4], [3]]),
        ["linear without bias"] = (x => Linear(x[0], x[1], null), [[5, 4], [4, 3]]),
        ["linear relu"] = (x => Linear(x[0], x[1], x[2] - 6, Nonlinearity.ReLU), [[5, 4], [4, 3], [3]]),
        ["linear sigmoid"] = (x => Linear(x[0], x[1], x[2] - 6, Nonlinearity.Sigmoid), [[5, 4], [4, 3], [3]]),
        ["linear tanh"] = (x => Linear(x[0], x[1], x[2] - 6, Nonlinearity.Tanh), [[5, 4], [4, 3], [3]]),
        ["sum"] = (x => x[0].Sum(), [[2, 3]]),
        ["sum of rows"] = (x => x[0].Sum(1), [[3, 4]]),
        ["sum over rows"] = (x => x[0].Sum(0, keepAxis: true), [[5, 4]]),
        ["mean of a middle axis"] = (x => x[0].Mean(1), [[2, 3, 2]]),
        ["mean"] = (x => x[0].Mean(), [[2, 3]]),
        ["reshape"] = (x => x[0].Reshape(3, -1) * x[1], [[2, 6], [3, 4]]),
        ["rows"] = (x => x[0][1..3] * x[0][..2], [[4, 3]]),
        ["cross entropy"] = (x => CrossEntropy(x[0], Labels), [[3, 4]]),
        ["cross entropy and something else"] = (x => CrossEntropy(x[0], Labels) + x[0].Sum() + CrossEntropy(x[0], Labels), [[3, 4]]),
        ["binary cross entropy"] = (x => BinaryCrossEntropyWithLogits(x[0], Targets), [[3, 1]]),
        ["binary cross entropy, clipped"] = (x => BinaryCrossEntropyWithLogits(x[0], Targets, 1e-15), [[3, 1]]),
        ["mean squared error"] = (x => MeanSquaredError(x[0], Targets), [[3, 1]]),
        ["squared norm"] = (x => SquaredNorm.Apply(x, 0.3), [[3, 2], [4]]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_equals_the_central_difference(string name)
    {
        var (function, shapes) = Cases[name];

        var error = GradCheck.Error(function, Inputs(shapes));

        Assert.InRange(error, 0, 2e-8);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Float32_gradients_are_the_float64_ones_rounded(string name)
    {
        if (name is "binary cross entropy" or "binary cross entropy, clipped" or "mean squared error")
            return;
        var (function, shapes) = Cases[name];
        Tensor[] wide = Inputs(shapes), narrow = [.. wide.Select(x => x.To(DType.Float32))];

        foreach (var inputs in new[] { wide, narrow })
        {
            foreach (var input in inputs)
                input.RequireGrad();
            function(inputs).Sum().Backward();
        }

        foreach (var (a, b) in wide.Zip(narrow))
        {
            foreach (var (expected, actual) in a.Grad!.ToDoubles().Zip(b.Grad!.ToDoubles()))
                Assert.Equal(expected, actual, 1e-4 * Math.Max(1, Math.Abs(expected)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_operation_reads_an_array_that_was_handed_out_again(string name)
    {
        var expected = Gradients(name);
        using var strict = Recycling.Strict();

        Assert.Equal(expected, Gradients(name));
    }

    [Fact]
    public void Every_operation_of_the_engine_is_among_the_cases()
    {
        var used = new HashSet<Type>();
        foreach (var (function, shapes) in Cases.Values)
            Collect(function([.. Inputs(shapes).Select(x => x.RequireGrad())]), used);

        var types = typeof(Tensor).Assembly.GetTypes();
        var operations = types.Where(type =>
            !type.IsAbstract && (type.IsSubclassOf(typeof(Node)) || type.GetInterfaces().Any(IsOperation)));

        Assert.Empty(operations.Except(used).Select(type => type.Name));
    }

    private static double[] Gradients(string name)
    {
        var (function, shapes) = Cases[name];
        Tensor[] inputs = [.. Inputs(shapes).Select(input => input.RequireGrad())];
        var result = function(inputs).Sum();
        result.Backward();
        return [result.Item(), .. inputs.SelectMany(input => input.Grad!.ToDoubles())];
    }

    private static bool IsOperation(Type type) =>
        type == typeof(IUnaryOp) || type == typeof(IBinaryOp) || type == typeof(IParameterOp);

    /// <summary>As the third report of the course wrote them, with the sum over the classes, or by mistake over the batch.</summary>
    private static Tensor OwnSoftmax(Tensor x, int axis)
    {
        var e = Exp((x.T - x.Max(1)).T);
        return e / e.Sum(axis, keepAxis: true);
    }

    private static Tensor OwnCrossEntropy(Tensor y, Tensor t) => -(t * Log(y)).Sum() / y.Shape[0];

    /// <summary>The same draws in every evaluation: 0.05, 0.22, 0.39, …</summary>
    private static Func<double> Draws()
    {
        var draw = -0.12;
        return () => (draw += 0.17) % 1;
    }

    private static void Collect(Tensor tensor, HashSet<Type> used)
    {
        if (tensor.Node is not { } node)
            return;
        used.Add(node.GetType().GetGenericTypeDefinition());
        used.UnionWith(node.GetType().GetGenericArguments());
        foreach (var input in node.Inputs)
            Collect(input, used);
    }

    // 0.3 … 1.9, in no order: positive, and no value equal to 1.
    private static Tensor[] Inputs(Shape[] shapes)
    {
        var next = 0;
        double Next() => 1.1 + (0.8 * Math.Sin(++next * 1.7));
        return [.. shapes.Select(shape => Tensor.From([.. Enumerable.Range(0, shape.Size).Select(_ => Next())], shape))];
    }
}
