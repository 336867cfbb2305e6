namespace CourseKit.Learn;

/// <summary>Fits an estimator anew on every fold and scores it on the samples that it has not seen.</summary>
public static class CrossValidate
{
    /// <summary>Scores a classifier.</summary>
    /// <param name="estimator">Makes a new, unfitted classifier for each fold: <c>() => new MLPClassifier { … }</c>.</param>
    /// <param name="x">Samples in rows, (n, features).</param>
    /// <param name="y">The label of each row, (n).</param>
    /// <param name="folds">How to cut the samples; five stratified folds without shuffling if null.</param>
    /// <param name="trainScores">Whether to score the samples that were learned from as well.</param>
    /// <exception cref="ArgumentException">Rows, labels and folds are not of the same number of samples.</exception>
    public static CrossValidationScores Of(Func<IClassifier> estimator, double[,] x, int[] y, Folds? folds = null,
        bool trainScores = false)
    {
        Rows.CheckPaired("CrossValidate", x.GetLength(0), y.Length);
        return Run(Fit, x, y, folds ?? new StratifiedKFold().Split(y), trainScores);

        Func<double[,], int[], double> Fit(double[,] xTrain, int[] yTrain)
        {
            var classifier = estimator();
            classifier.Fit(xTrain, yTrain);
            return classifier.Score;
        }
    }

    /// <summary>Scores a regressor.</summary>
    /// <param name="estimator">Makes a new, unfitted regressor for each fold.</param>
    /// <param name="x">Samples in rows, (n, features).</param>
    /// <param name="y">The value of each row, (n).</param>
    /// <param name="folds">How to cut the samples; five folds without shuffling if null.</param>
    /// <param name="trainScores">Whether to score the samples that were learned from as well.</param>
    /// <exception cref="ArgumentException">Rows, values and folds are not of the same number of samples.</exception>
    public static CrossValidationScores Of(Func<IRegressor> estimator, double[,] x, double[] y, Folds? folds = null,
        bool trainScores = false)
    {
        Rows.CheckPaired("CrossValidate", x.GetLength(0), y.Length);
        return Run(Fit, x, y, folds ?? new KFold().Split(y.Length), trainScores);

        Func<double[,], double[], double> Fit(double[,] xTrain, double[] yTrain)
        {
            var regressor = estimator();
            regressor.Fit(xTrain, yTrain);
            return regressor.Score;
        }
    }

    private static CrossValidationScores Run<T>(
        Func<double[,], T[], Func<double[,], T[], double>> fit, double[,] x, T[] y, Folds folds, bool trainScores)
    {
        if (folds.SampleCount != y.Length)
        {
            throw new ArgumentException($"CrossValidate: folds of the same samples are required; x has {y.Length}, they have " +
                $"{folds.SampleCount}. Split these samples.");
        }
        var (test, train) = (new List<double>(), new List<double>());
        foreach (var fold in folds)
        {
            var (xTrain, yTrain) = (Rows.Take(x, fold.Train), Rows.Take(y, fold.Train));
            var score = fit(xTrain, yTrain);
            test.Add(score(Rows.Take(x, fold.Test), Rows.Take(y, fold.Test)));
            if (trainScores)
                train.Add(score(xTrain, yTrain));
        }
        return new([.. test], trainScores ? [.. train] : null, folds.Warnings);
    }
}
