using System.Runtime.CompilerServices;
using CourseKit.Autograd;
using CourseKit.Data;

namespace CourseKit.Checks;

public static partial class Check
{
    /// <summary>A derivative of the student's own is that of the function, by central differences (f(x + h) − f(x − h)) / 2h.</summary>
    /// <param name="function">The function: applied to each number, or with all of them to one, as a loss.</param>
    /// <param name="derivative">Its derivative with respect to each number, of the shape of <paramref name="at"/>.</param>
    /// <param name="at">Where to look; not at a kink, as ReLU has one at 0. Computed in float64.</param>
    /// <param name="tolerance">How far apart they may be, relative to 1 + |slope|. Default 1e-5.</param>
    /// <param name="what">Filled in by the compiler.</param>
    /// <exception cref="CheckException">It is another, or no derivative at all.</exception>
    public static void Gradient(Func<Tensor, Tensor> function, Func<Tensor, Tensor> derivative, Tensor at, double tolerance = 1e-5,
        [CallerArgumentExpression(nameof(derivative))] string what = "")
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(derivative);
        ArgumentNullException.ThrowIfNull(at);
        var point = at.Detach().To(DType.Float64);
        var actual = derivative(point);
        RequireSomething(actual, what);
        Shape(actual, at.Shape, what);
        CompareSlopes(actual.ToDoubles(), Slopes(function, point), point, tolerance, what);
    }

    /// <summary>The engine's gradient of the student's function is right, which it is unless the function leaves the graph: by reading numbers out of a tensor, or detaching it.</summary>
    /// <param name="function">The function, of tensors throughout.</param>
    /// <param name="at">Where to look; not at a kink.</param>
    /// <param name="tolerance">How far apart they may be, relative to 1 + |slope|. Default 1e-5.</param>
    /// <param name="what">Filled in by the compiler.</param>
    /// <exception cref="CheckException">It is not.</exception>
    public static void Gradient(Func<Tensor, Tensor> function, Tensor at, double tolerance = 1e-5, [CallerArgumentExpression(nameof(function))] string what = "")
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(at);
        var point = at.Detach().To(DType.Float64).Clone().RequireGrad();
        var value = function(point);
        RequireSomething(value, what);
        if (!value.RequiresGrad)
            throw new CheckException($"{Name(what)}: a result that depends on its argument by operations on tensors is required; this one has left the graph. Compute with tensors, not with numbers taken out of them.");
        value.Sum().Backward();
        CompareSlopes(point.Grad?.ToDoubles() ?? new double[point.Count], Slopes(function, point.Detach()), point, tolerance, what);
    }

    /// <summary>A model is right often enough on data it has not seen.</summary>
    /// <param name="predict">Its classes for rows <c>(n, features)</c>: <c>mlp.Predict</c>.</param>
    /// <param name="data">The data.</param>
    /// <param name="atLeast">The share that must be right, 0 to 1.</param>
    /// <param name="what">Filled in by the compiler.</param>
    /// <exception cref="CheckException">It is not.</exception>
    public static void Accuracy<TSelf>(Func<Tensor, int[]> predict, Dataset<TSelf> data, double atLeast, [CallerArgumentExpression(nameof(predict))] string what = "")
        where TSelf : Dataset<TSelf>
    {
        ArgumentNullException.ThrowIfNull(data);
        Accuracy(predict, data.X, data.Y, atLeast, what);
    }

    /// <inheritdoc cref="Accuracy{TSelf}(Func{Tensor, int[]}, Dataset{TSelf}, double, string)"/>
    /// <param name="predict">Its classes for rows.</param>
    /// <param name="x">Rows <c>(n, features)</c>.</param>
    /// <param name="y">Their classes <c>(n)</c>.</param>
    /// <param name="atLeast">The share that must be right, 0 to 1.</param>
    /// <param name="what">Filled in by the compiler.</param>
    public static void Accuracy(Func<Tensor, int[]> predict, Tensor x, int[] y, double atLeast, [CallerArgumentExpression(nameof(predict))] string what = "")
    {
        ArgumentNullException.ThrowIfNull(predict);
        Accuracy(predict(x), y, atLeast, what);
    }

    /// <inheritdoc cref="Accuracy{TSelf}(Func{Tensor, int[]}, Dataset{TSelf}, double, string)"/>
    /// <param name="scores">Scores or probabilities <c>(n, classes)</c> of rows; the largest of a row is its class: <c>model.Predict</c>, <c>network.Call</c>.</param>
    /// <param name="x">Examples <c>(n, …)</c>.</param>
    /// <param name="y">Their classes <c>(n)</c>.</param>
    /// <param name="atLeast">The share that must be right, 0 to 1.</param>
    /// <param name="what">Filled in by the compiler.</param>
    public static void Accuracy(Func<Tensor, Tensor> scores, Tensor x, int[] y, double atLeast, [CallerArgumentExpression(nameof(scores))] string what = "")
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(y);
        var table = scores(x);
        RequireSomething(table, what);
        if (table.Rank != 2 || table.Shape[0] != y.Length)
            throw new CheckException($"{Name(what)}: scores of shape ({Text(y.Length)}, classes) are required; received {table.Shape}.{Hints.For(table.Shape, [y.Length, table.Shape[0]])}");
        Accuracy(table.ArgMax(1), y, atLeast, what);
    }

    private static void Accuracy(int[] predicted, int[] y, double atLeast, string what)
    {
        ArgumentNullException.ThrowIfNull(y);
        RequireSomething(predicted, what);
        if (predicted.Length != y.Length)
            throw new CheckException($"{Name(what)}: one class for each of {Text(y.Length)} examples is required; received {Text(predicted.Length)}.");
        var share = (double)predicted.Zip(y).Count(pair => pair.First == pair.Second) / y.Length;
        if (share >= atLeast)
            return;
        var classes = predicted.Distinct().Count();
        var hint = classes == 1 ? $" It says {Text(predicted[0])} to everything: has it learned at all? Look at its loss."
            : classes < y.Distinct().Count() ? $" It never says {Few([.. y.Distinct().Except(predicted).Order().Select(label => (double)label)])}." : "";
        throw new CheckException($"{Name(what)}: an accuracy of {Text(atLeast)} or more is required; received {Text(Math.Round(share, 4))}.{hint}");
    }

    private static void CompareSlopes(double[] actual, double[] slopes, Tensor at, double tolerance, string what)
    {
        var bad = Array.FindIndex(slopes, slope => !double.IsFinite(slope));
        for (var i = 0; i < slopes.Length && bad < 0; i++)
            bad = IsClose(actual[i], slopes[i], tolerance) ? -1 : i;
        if (bad >= 0)
            throw new CheckException($"{Name(what)}: at {Text(at.ToDoubles()[bad])} a slope of {Text(slopes[bad])} is required, measured by central differences; received {Text(actual[bad])}." +
                Hints.For(actual, slopes));
    }

    /// <summary>The slope of the sum of the function's values along each number: for a function of each number alone, its derivative.</summary>
    private static double[] Slopes(Func<Tensor, Tensor> function, Tensor at)
    {
        using var _ = NoGrad.Open();
        var values = at.ToDoubles();
        double At(int i, double step)
        {
            var moved = (double[])values.Clone();
            moved[i] += step;
            return function(Tensor.From(moved, at.Shape)).To(DType.Float64).Sum().Item();
        }
        return [.. values.Select((value, i) => (h: 1e-5 * (1 + Math.Abs(value)), i)).Select(point => (At(point.i, point.h) - At(point.i, -point.h)) / (2 * point.h))];
    }
}
