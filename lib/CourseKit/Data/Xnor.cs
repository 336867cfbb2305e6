namespace CourseKit.Data;

/// <summary>The four rows of the truth table of XNOR: 1 where both inputs are alike. No line separates its classes.</summary>
public static class Xnor
{
    /// <summary>The rows 00, 01, 10, 11 with the labels 1, 0, 0, 1.</summary>
    public static TabularDataset Load() =>
        new(new DatasetInfo("XNOR", ["0", "1"]), new double[,] { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } }, [1, 0, 0, 1]);
}
