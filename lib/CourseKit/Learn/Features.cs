using System.Numerics;
using CourseKit.Metrics;

namespace CourseKit.Learn;

/// <summary>What the scalers ask of a matrix of samples and features.</summary>
internal static class Features
{
    /// <summary>At least one entry, and no infinity; NaN is a value that is missing.</summary>
    public static void CheckValues<T>(string where, T[,] x) where T : IFloatingPointIeee754<T>
    {
        if (x.Length == 0)
            throw new ArgumentException($"{where}: at least one row and column is required; x is ({x.GetLength(0)}, {x.GetLength(1)}).");
        for (var i = 0; i < x.GetLength(0); i++)
            for (var j = 0; j < x.GetLength(1); j++)
                if (T.IsInfinity(x[i, j]))
                    throw new ArgumentException($"{where}: values must be finite, or NaN where they are missing; x[{i}, {j}] is infinite.");
    }

    public static InvalidOperationException NotFitted(string where) => new($"{where}: not fitted yet. Call Fit first.");

    /// <summary>One result per column: from <paramref name="seed"/> on, a step with each row's value and the column's number.</summary>
    public static TResult[] Fold<T, TResult>(T[,] x, TResult seed, Func<TResult, T, int, TResult> step)
    {
        var results = new TResult[x.GetLength(1)];
        Array.Fill(results, seed);
        for (var i = 0; i < x.GetLength(0); i++)
            for (var j = 0; j < results.Length; j++)
                results[j] = step(results[j], x[i, j], j);
        return results;
    }

    /// <summary>Σ <paramref name="term"/>(value, column) of each column, missing values left out, in the order of NumPy.</summary>
    public static double[] Sums<T>(T[,] x, Func<double, int, double> term) where T : IFloatingPointIeee754<T>
    {
        if (x.GetLength(1) == 1)
            return [PairwiseSum.Of<double>([.. x.Cast<T>().Select(value => Present(value, 0))])];
        return Fold(x, 0.0, (sum, value, j) => sum + Present(value, j));

        double Present(T value, int j) => T.IsNaN(value) ? 0 : term(double.CreateTruncating(value), j);
    }

    /// <summary>A new matrix of <paramref name="map"/>(value, column).</summary>
    public static T[,] Map<T>(string where, T[,] x, int fitted, Func<T, int, T> map) where T : IFloatingPointIeee754<T>
    {
        var (rows, columns) = (x.GetLength(0), x.GetLength(1));
        if (columns != fitted)
            throw new ArgumentException($"{where}: {fitted} columns are required, as many as were fitted; x is ({rows}, {columns}).");
        CheckValues(where, x);
        var mapped = new T[rows, columns];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                mapped[i, j] = map(x[i, j], j);
        return mapped;
    }
}
