namespace CourseKit.Autograd.Ops;

/// <summary>What operations require of their operands, each worded in one place.</summary>
internal static class Check
{
    public static void SameType(Tensor a, Tensor b, string where)
    {
        if (a.DType != b.DType)
        {
            throw new ArgumentException(
                $"{where}: one precision is required; received {a.DType} {a.Shape} and {b.DType} {b.Shape}. "
                + $"Convert one: t.To(DType.{a.DType}).");
        }
    }

    /// <summary>Two operands of one operation.</summary>
    public static void Pair(Tensor a, Tensor b, string where)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SameType(a, b, where);
    }

    public static void Rank(Tensor tensor, int rank, string where, string axes)
    {
        if (tensor.Rank != rank)
            throw new ArgumentException($"{where}: {rank} axes {axes} are required; received {tensor.Shape}.");
    }

    /// <summary>Values that are compared one by one.</summary>
    public static void SameShape(Tensor y, Tensor targets, string where)
    {
        SameType(y, targets, where);
        if (y.Shape != targets.Shape)
        {
            throw new ArgumentException(
                $"{where}: results and targets of one shape are required; received {y.Shape} and {targets.Shape}. Reshape the targets.");
        }
        if (y.Count == 0)
            throw new ArgumentException($"{where}: at least one value is required; received {y.Shape}.");
    }

    /// <summary>A parameter with a value for each channel.</summary>
    public static void PerChannel(Tensor parameter, int channels, string where, string name)
    {
        if (parameter.Rank != 1 || parameter.Shape[0] != channels)
            throw new ArgumentException($"{where}: for {channels} channels a {name} ({channels}) is required; received {parameter.Shape}.");
    }

    /// <summary>A · B of two matrices.</summary>
    public static void Product(Tensor a, Tensor b, string where)
    {
        Rank(a, 2, where, "(rows, columns)");
        Rank(b, 2, where, "(rows, columns)");
        if (a.Shape[1] != b.Shape[0])
            throw new ArgumentException($"{where}: {a.Shape} · {b.Shape}; inner dimensions {a.Shape[1]} and {b.Shape[0]} differ.");
    }

    /// <summary>A · Bᵀ of two matrices, a row of B for each column of the result.</summary>
    public static void ProductWithTransposed(Tensor a, Tensor b, string where)
    {
        Rank(a, 2, where, "(rows, columns)");
        Rank(b, 2, where, "(units, inputs)");
        if (a.Shape[1] != b.Shape[1])
        {
            throw new ArgumentException(
                $"{where}: {a.Shape} · {b.Shape} transposed; rows of {a.Shape[1]} meet weights for {b.Shape[1]} inputs. "
                + $"Flatten x to (n, {b.Shape[1]}), or give the layer {a.Shape[1]} inputs.");
        }
    }

    /// <param name="labels">One class for each row of <paramref name="scores"/> (n, k), each 0..k−1.</param>
    /// <param name="scores">What the labels belong to.</param>
    /// <param name="where">The operation.</param>
    /// <param name="moreClasses">What to do where there are more classes.</param>
    public static void Labels(
        ReadOnlySpan<int> labels, Tensor scores, string where, string moreClasses = "give the last layer more units")
    {
        Rank(scores, 2, where, "(rows, classes)");
        int rows = scores.Shape[0], classes = scores.Shape[1];
        if (rows == 0)
            throw new ArgumentException($"{where}: at least one row is required; received {scores.Shape}.");
        if (labels.Length != rows)
            throw new ArgumentException($"{where}: one label for each row is required; received {rows} rows and {labels.Length} labels.");
        for (var i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)classes)
            {
                throw new ArgumentException(
                    $"{where}: labels 0..{classes - 1} are required for {classes} classes; received {labels[i]} in row {i}. "
                    + $"Number the classes from 0, or {moreClasses}.");
            }
        }
    }
}
