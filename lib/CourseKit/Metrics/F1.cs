namespace CourseKit.Metrics;

/// <summary>The harmonic mean of precision and recall, 2·P·R / (P + R); 0 where both are 0.</summary>
/// <remarks>A <see cref="ClassificationReport"/> shows it beside the other scores and says where it is undefined.</remarks>
public static class F1
{
    /// <summary>One number for all classes.</summary>
    /// <returns>0 to 1.</returns>
    /// <param name="yTrue">True labels, (n).</param>
    /// <param name="yPred">Predicted labels, (n).</param>
    /// <param name="average">How the classes' scores become one.</param>
    /// <param name="labels">The classes that count; all that occur if null. Mistaking them for others still counts.</param>
    /// <param name="zeroDivision">The score of a class that was never predicted, or has no true samples.</param>
    /// <typeparam name="T">Type of a label: a number, a string, an enum.</typeparam>
    /// <exception cref="ArgumentException">The lengths differ, there is no sample, or <paramref name="labels"/> is empty.</exception>
    public static double Of<T>(IReadOnlyList<T> yTrue, IReadOnlyList<T> yPred, Average average, IReadOnlyList<T>? labels = null,
        ZeroDivision zeroDivision = ZeroDivision.Warn) where T : notnull =>
        ClassChoice.Of("F1", yTrue, yPred, labels).Counts.Average(average, zeroDivision).F1;

    /// <summary>One number for each class.</summary>
    /// <returns>0 to 1, (classes), in the order of <paramref name="labels"/>.</returns>
    /// <param name="yTrue">True labels, (n).</param>
    /// <param name="yPred">Predicted labels, (n).</param>
    /// <param name="labels">The classes in the order wanted; all that occur, ascending, if null.</param>
    /// <param name="zeroDivision">The score of a class that was never predicted, or has no true samples.</param>
    /// <typeparam name="T">Type of a label: a number, a string, an enum.</typeparam>
    /// <exception cref="ArgumentException">The lengths differ, there is no sample, or <paramref name="labels"/> is empty.</exception>
    public static double[] PerClass<T>(IReadOnlyList<T> yTrue, IReadOnlyList<T> yPred, IReadOnlyList<T>? labels = null,
        ZeroDivision zeroDivision = ZeroDivision.Warn) where T : notnull =>
        ClassChoice.Of("F1.PerClass", yTrue, yPred, labels).Counts.F1s(zeroDivision);

    /// <summary>The number of the positive one of two classes.</summary>
    /// <returns>0 to 1.</returns>
    /// <param name="yTrue">True labels, (n), of at most two classes together with <paramref name="yPred"/>.</param>
    /// <param name="yPred">Predicted labels, (n).</param>
    /// <param name="positive">The class in question; scikit-learn's <c>pos_label</c>, which is 1 there if nothing is said.</param>
    /// <param name="zeroDivision">The score of a class that was never predicted, or has no true samples.</param>
    /// <typeparam name="T">Type of a label: a number, a string, an enum.</typeparam>
    /// <exception cref="ArgumentException">
    /// The lengths differ, there is no sample, there are more than two classes, or two others than <paramref name="positive"/>.
    /// </exception>
    public static double Binary<T>(IReadOnlyList<T> yTrue, IReadOnlyList<T> yPred, T positive,
        ZeroDivision zeroDivision = ZeroDivision.Warn) where T : notnull =>
        ClassChoice.Positive("F1.Binary", yTrue, yPred, positive).Counts.F1s(zeroDivision)[0];
}
