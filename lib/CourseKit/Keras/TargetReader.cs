using System.Numerics;
using CourseKit.Autograd;
using CourseKit.Keras.Losses;
using CourseKit.Nn.Training;
using CourseKit.Numerics;
using static System.FormattableString;

namespace CourseKit.Keras;

/// <summary>Makes of what the user passed what a loss takes, and says where that is not possible and which loss would fit.</summary>
/// <param name="where">What the user called: <c>Sequential.Fit</c>.</param>
/// <param name="compilation">What the targets are for.</param>
/// <param name="output">The shape of what the network makes of one example.</param>
internal sealed class TargetReader(string where, Compilation compilation, Shape output)
{
    private readonly Loss _loss = compilation.Loss;

    private int Width => output.Size;

    /// <param name="x">Inputs (n, …), in the model's precision.</param>
    /// <param name="y">What they should give.</param>
    /// <exception cref="ArgumentException">The targets do not fit the loss or the network.</exception>
    public Samples Read(Tensor x, Targets y)
    {
        if (y.Shape.Rank == 0 || y.Shape[0] != x.Shape[0])
            throw Error($"as many targets as examples are required; received x {x.Shape} and y {y.Shape}.");
        return _loss.Form switch
        {
            TargetForm.Labels => new Samples(x, LabelsOf(y)),
            TargetForm.Probabilities => Probabilities(x, y),
            _ => new Samples(x, ValuesOf(y, x.DType)),
        };
    }

    private int[] LabelsOf(Targets y)
    {
        if (y.Values is { Rank: > 1 } values && values.Count > values.Shape[0])
            throw Error($"a label for each row, (n), is required by {_loss.Name}; received y {y.Shape}. "
                + (values.Shape[^1] == Width ? "For one-hot rows the loss \"categorical_crossentropy\" fits." : ""));
        var labels = y.Labels ?? Array.ConvertAll(y.Values!.ToDoubles(), WholeNumber);
        var wrong = Array.FindIndex(labels, label => (uint)label >= (uint)Width);
        if (wrong >= 0)
        {
            throw Error(Invariant($"labels 0..{Width - 1} are required for {Width} outputs; y[{wrong}] is {labels[wrong]}. ")
                + "Number the classes from 0, or give the last layer more units.");
        }
        return labels;
    }

    private int WholeNumber(double value) => value == Math.Floor(value)
        ? (int)value
        : throw Error(Invariant($"whole numbers are required as labels by {_loss.Name}; received {value}."));

    // Rows with a single one are kept as labels: that loss is computed in one step.
    private Samples Probabilities(Tensor x, Targets y)
    {
        if (y.Labels is not null || (y.Values!.Count == y.Shape[0] && Width > 1))
        {
            throw Error(Invariant($"one-hot rows (n, {Width}) are required by {_loss.Name}; received labels {y.Shape}. ")
                + Invariant($"Convert them: y.ToCategorical({Width}), or use the loss \"sparse_categorical_crossentropy\"."));
        }
        var values = ValuesOf(y, x.DType);
        var labels = new int[values.Shape[0]];
        var oneHot = x.DType == DType.Float32 ? Labels<float>(values, labels) : Labels<double>(values, labels);
        return oneHot && !compilation.KeepsRows ? new Samples(x, labels) : new Samples(x, values);
    }

    private bool Labels<T>(Tensor values, int[] labels)
        where T : unmanaged, IFloatingPoint<T>
    {
        ReadOnlySpan<T> all = values.Span<T>();
        var oneHot = true;
        for (var i = 0; i < labels.Length; i++)
        {
            var row = all.Slice(i * Width, Width);
            var sum = double.CreateChecked(Sums.Sum(row));
            if (!(Math.Abs(sum - 1) < 1e-3) || row.ContainsAnyExceptInRange(T.Zero, T.One))
            {
                throw Error(Invariant($"one-hot rows, or probabilities that sum to 1, are required by {_loss.Name}; row {i} of y sums to {sum:G4}. ")
                    + "For several independent yes-or-no answers the loss \"binary_crossentropy\" fits, for other values \"mse\".");
            }
            labels[i] = row.IndexOf(T.One);
            oneHot &= labels[i] >= 0;
        }
        return oneHot;
    }

    private Tensor ValuesOf(Targets y, DType dtype)
    {
        if (y.Labels is not null && Width > 1)
        {
            throw Error(Invariant($"values of the shape of the output, (n, {Width}), are required by {_loss.Name}; received labels {y.Shape}. ")
                + Invariant($"Convert them: y.ToCategorical({Width}), or use the loss \"sparse_categorical_crossentropy\"."));
        }
        var values = y.Values ?? Tensor.From(Array.ConvertAll(y.Labels!, label => (double)label));
        int[] shape = [values.Shape[0], .. output];
        if (values.Count != values.Shape[0] * Width || (values.Rank != shape.Length && Width > 1))
            throw Error($"values of the shape of the output, {Shape.Create(shape)}, are required by {_loss.Name}; received y {y.Shape}.");
        values = values.Reshape(shape).To(dtype);
        if (_loss.Form == TargetForm.Shares)
            CheckShares(values);
        return _loss.Form == TargetForm.Signs ? Signs(values) : values;
    }

    // As Keras: 0 and 1 count as −1 and 1.
    private Tensor Signs(Tensor values)
    {
        var all = values.ToDoubles();
        if (Array.TrueForAll(all, value => value is 0 or 1))
            return values * 2 - 1;
        var wrong = Array.FindIndex(all, value => value is not (-1 or 1));
        return wrong < 0
            ? values
            : throw Error(Invariant($"targets of −1 and 1, or of 0 and 1, are required by {_loss.Name}; received {all[wrong]}."));
    }

    private void CheckShares(Tensor values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values.ValueAt(i) is not (>= 0 and <= 1))
                throw Error(Invariant($"targets of 0 to 1 are required by {_loss.Name}; received {values.ValueAt(i)}. For other values the loss \"mse\" fits."));
        }
    }

    private ArgumentException Error(string message) => new($"{where}: {message.TrimEnd()}");
}
