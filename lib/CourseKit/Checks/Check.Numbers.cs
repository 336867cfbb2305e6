using System.Runtime.CompilerServices;
using CourseKit.Autograd;

namespace CourseKit.Checks;

public static partial class Check
{
    /// <summary>A number lies in a range: an accuracy, a loss after some epochs.</summary>
    /// <param name="actual">What the student's code gives.</param>
    /// <param name="least">The smallest it may be.</param>
    /// <param name="most">The largest it may be.</param>
    /// <param name="what">Filled in by the compiler.</param>
    /// <exception cref="CheckException">It does not.</exception>
    public static void Between(double actual, double least, double most, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        if (!(actual >= least && actual <= most))
            throw new CheckException($"{Name(what)}: a number from {Text(least)} to {Text(most)} is required; received {Text(actual)}.{Hints.For([actual], [])}");
    }

    /// <summary>No number is NaN or infinite.</summary>
    /// <param name="actual">What the student's code gives; arrays may be given, too.</param>
    /// <param name="what">Filled in by the compiler.</param>
    /// <exception cref="CheckException">One is.</exception>
    public static void Finite(Tensor actual, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        RequireSomething(actual, what);
        var values = actual.ToDoubles();
        var bad = Array.FindIndex(values, value => !double.IsFinite(value));
        if (bad >= 0)
            throw new CheckException($"{Name(what)}: finite numbers are required; at {Index(bad, actual.Shape)} stands {Text(values[bad])}.{Hints.For(values, [])}");
    }

    /// <summary>Every row is a distribution: numbers from 0 to 1 that sum to 1, as a softmax makes them.</summary>
    /// <param name="actual">Probabilities of classes <c>(n, classes)</c>, or of one example <c>(classes)</c>.</param>
    /// <param name="tolerance">How far from 1 a sum may be. Default 1e-5.</param>
    /// <param name="what">Filled in by the compiler.</param>
    /// <exception cref="CheckException">One is none.</exception>
    public static void Probabilities(Tensor actual, double tolerance = 1e-5, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        RequireSomething(actual, what);
        if (actual.Rank is not (1 or 2))
            throw new CheckException($"{Name(what)}: shape (n, classes) is required; received {actual.Shape}.");
        Finite(actual, what);
        var values = actual.ToDoubles();
        var columns = actual.Shape[^1];
        var sums = values.Chunk(columns).Select(row => row.Sum()).ToArray();
        if (!Array.TrueForAll(sums, IsOne))
            throw new CheckException($"{Name(what)}: {(actual.Rank == 1 ? "numbers that sum to 1 are required; their sum is" : "rows that sum to 1 are required; they sum to")} {Few(sums)}.{WhatSumsToOne()}");
        var outside = Array.FindIndex(values, value => value < -tolerance || value > 1 + tolerance);
        if (outside >= 0)
            throw new CheckException($"{Name(what)}: numbers from 0 to 1 are required; at {Index(outside, actual.Shape)} stands {Text(values[outside])}. Is Exp missing?");

        bool IsOne(double sum) => Math.Abs(sum - 1) <= tolerance;
        string WhatSumsToOne()
        {
            var rows = values.Length / columns;
            var down = Enumerable.Range(0, columns).Select(column => Enumerable.Range(0, rows).Sum(row => values[row * columns + column]));
            return actual.Rank == 2 && down.All(IsOne) ? " The columns sum to 1: did you sum over the wrong axis?"
                : actual.Rank == 2 && IsOne(values.Sum()) ? " All numbers together sum to 1: did you sum over everything in place of one axis?"
                : Array.TrueForAll(values, value => value >= 0) ? " Was each row divided by its sum?" : "";
        }
    }

    /// <summary>A curve of losses goes down: the last is well below the first, and all are finite.</summary>
    /// <param name="losses">The loss of each epoch, at least two.</param>
    /// <param name="byFactor">How many times smaller the last is to be than the first. Default 1: just smaller.</param>
    /// <param name="what">Filled in by the compiler.</param>
    /// <exception cref="CheckException">It does not.</exception>
    public static void Decreasing(IReadOnlyList<double> losses, double byFactor = 1, [CallerArgumentExpression(nameof(losses))] string what = "")
    {
        RequireSomething(losses, what);
        if (losses.Count < 2)
            throw new CheckException($"{Name(what)}: the losses of two epochs or more are required; received {Text(losses.Count)}. Was the network trained?");
        if (losses.Any(loss => !double.IsFinite(loss)))
            throw new CheckException($"{Name(what)}: finite losses are required; in epoch {Text(losses.TakeWhile(double.IsFinite).Count() + 1)} the loss is no number. Is the learning rate too large?");
        if (!(losses[^1] * byFactor < losses[0]))
            throw new CheckException($"{Name(what)}: a last loss below {Text(losses[0] / byFactor)} is required, for the first is {Text(losses[0])}; it is {Text(losses[^1])}. " +
                (losses[^1] > losses[0] ? "It rises: is the step taken against the gradient, and the learning rate small enough?" : "Train longer, or with a larger learning rate."));
    }

    /// <summary>The same code gives the same numbers twice: everything random has a seed.</summary>
    /// <param name="make">Makes a tensor, or an array, from the start.</param>
    /// <param name="what">Filled in by the compiler.</param>
    /// <exception cref="CheckException">The second differs from the first.</exception>
    public static void SameTwice(Func<Tensor> make, [CallerArgumentExpression(nameof(make))] string what = "")
    {
        ArgumentNullException.ThrowIfNull(make);
        if (!make().ToDoubles().SequenceEqual(make().ToDoubles()))
            throw new CheckException($"{Name(what)}: the same numbers each time are required; the second time they differ. Give everything random a seed.");
    }
}
