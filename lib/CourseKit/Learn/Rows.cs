namespace CourseKit.Learn;

/// <summary>Rows of a matrix, entries of a list.</summary>
internal static class Rows
{
    public static T[,] Take<T>(T[,] matrix, int[] indices)
    {
        var columns = matrix.GetLength(1);
        var taken = new T[indices.Length, columns];
        for (var i = 0; i < indices.Length; i++)
            Array.Copy(matrix, (long)indices[i] * columns, taken, (long)i * columns, columns);
        return taken;
    }

    public static T[] Take<T>(T[] list, int[] indices) => Array.ConvertAll(indices, i => list[i]);

    /// <summary>One label or value for each row, and at least one.</summary>
    public static void CheckPaired(string where, int rows, int entries)
    {
        if (rows != entries || rows == 0)
            throw new ArgumentException($"{where}: one entry of y for each row of x is required; {rows} rows and {entries} entries.");
    }
}
