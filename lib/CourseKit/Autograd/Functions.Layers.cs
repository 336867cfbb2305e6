using CourseKit.Numerics;

namespace CourseKit.Autograd;

public static partial class Functions
{
    /// <summary>The matrix product A · B of two matrices; for stacks of matrices multiply them one by one.</summary>
    /// <param name="a">(m, k).</param>
    /// <param name="b">(k, n).</param>
    /// <returns>(m, n).</returns>
    /// <exception cref="ArgumentException">The inner dimensions differ.</exception>
    public static Tensor MatMul(Tensor a, Tensor b) => Ops.MatMul.Apply(a, b);

    /// <summary>A whole layer in one step: f(X · W + b).</summary>
    /// <param name="x">(n, inputs), a row for each example.</param>
    /// <param name="weight">W (inputs, units).</param>
    /// <param name="bias">b (units), added to each row; null for none.</param>
    /// <param name="function">f, value by value.</param>
    /// <param name="unitsFirst">Whether W is stored transposed, (units, inputs), as PyTorch does. The results are the same to the last
    /// bit.</param>
    /// <returns>(n, units).</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor Linear(
        Tensor x, Tensor weight, Tensor? bias, Nonlinearity function = Nonlinearity.Identity, bool unitsFirst = false) =>
        Ops.Linear.Apply(x, weight, bias, function, unitsFirst);

    /// <summary>
    /// For training: each value becomes 0 with probability <paramref name="p"/>, and the others grow by 1/(1 − p), so that the mean stays.
    /// </summary>
    /// <param name="x">Values of any shape.</param>
    /// <param name="p">0..1.</param>
    /// <param name="uniform">
    /// Gives a number in [0, 1) for each value in turn, from a seeded generator; below p the value is dropped.
    /// </param>
    /// <remarks>N. Srivastava et al., Dropout, JMLR 15 (2014), section 4; scaled in training instead of afterwards.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">p is no probability.</exception>
    public static Tensor Dropout(Tensor x, double p, Func<double> uniform) => Ops.Dropout.Apply(x, p, uniform);

    /// <summary>(x − μ) / √(σ² + ε) · weight + bias, channel by channel.</summary>
    /// <param name="x">(n, channels), or images (n, channels, h, w).</param>
    /// <param name="weight">(channels); null counts as ones.</param>
    /// <param name="bias">(channels); null counts as zeros.</param>
    /// <param name="running">The running μ and σ². Training moves them in place; evaluation uses them.</param>
    /// <param name="training">Whether μ and σ² are those of this batch.</param>
    /// <remarks>S. Ioffe, C. Szegedy, Batch Normalization, ICML 2015, algorithms 1 and 2.</remarks>
    /// <exception cref="ArgumentException">The shapes do not fit, or there is one value for a channel to train on.</exception>
    public static Tensor BatchNorm(Tensor x, Tensor? weight, Tensor? bias, BatchStatistics running, bool training) =>
        Ops.BatchNorm.Apply(x, weight, bias, running, training);

    /// <summary>Filters that slide over images, as PyTorch's Conv2d: f(x ∗ weight + bias), filters not mirrored.</summary>
    /// <param name="x">Images (n, channels, h, w).</param>
    /// <param name="weight">(filters, channels, kh, kw).</param>
    /// <param name="bias">(filters), or null for none.</param>
    /// <param name="stride">Rows and columns of a step. Default 1.</param>
    /// <param name="padding">Zeros around the image. Default 0.</param>
    /// <returns>(n, filters, oh, ow) with oh = ⌊(h + 2 · padding − kh) / stride⌋ + 1, ow likewise.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor Conv2d(Tensor x, Tensor weight, Tensor? bias, int stride = 1, int padding = 0) =>
        Ops.Conv2d.Apply(x, weight, bias, Sliding.Of(stride, padding), Nonlinearity.Identity);

    /// <summary>The same with steps and padding for each side, and a function applied to the results in the same step.</summary>
    /// <param name="x">Images (n, channels, h, w).</param>
    /// <param name="weight">(filters, channels, kh, kw).</param>
    /// <param name="bias">(filters), or null for none.</param>
    /// <param name="sliding">Steps and padding.</param>
    /// <param name="function">f, value by value. Default identity.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor Conv2d(
        Tensor x, Tensor weight, Tensor? bias, Sliding sliding, Nonlinearity function = Nonlinearity.Identity) =>
        Ops.Conv2d.Apply(x, weight, bias, sliding, function);

    /// <summary>The largest value under a square window that slides over each channel.</summary>
    /// <param name="x">Images (n, channels, h, w).</param>
    /// <param name="window">Rows and columns of the window.</param>
    /// <param name="stride">Rows and columns of a step. Default: as large as the window.</param>
    /// <param name="padding">Around the image, less than the window; never the largest. Default 0.</param>
    /// <exception cref="ArgumentException">The window does not fit the image.</exception>
    public static Tensor MaxPool2d(Tensor x, int window, int? stride = null, int padding = 0) =>
        MaxPool2d(x, (window, window), Sliding.Of(stride ?? window, padding));

    /// <summary>The same with a window, steps and padding for each side.</summary>
    /// <param name="x">Images (n, channels, h, w).</param>
    /// <param name="window">Rows and columns of the window.</param>
    /// <param name="sliding">Steps and padding.</param>
    /// <exception cref="ArgumentException">The window does not fit the image.</exception>
    public static Tensor MaxPool2d(Tensor x, (int Rows, int Columns) window, Sliding sliding) => Ops.MaxPool2d.Apply(x, window, sliding);

    /// <summary>The mean of the values under a square window that slides over each channel.</summary>
    /// <param name="x">Images (n, channels, h, w).</param>
    /// <param name="window">Rows and columns of the window.</param>
    /// <param name="stride">Rows and columns of a step. Default: as large as the window.</param>
    /// <param name="padding">Zeros around the image, less than the window, which count in the mean. Default 0.</param>
    /// <exception cref="ArgumentException">The window does not fit the image.</exception>
    public static Tensor AvgPool2d(Tensor x, int window, int? stride = null, int padding = 0) =>
        AvgPool2d(x, (window, window), Sliding.Of(stride ?? window, padding));

    /// <summary>The same with a window, steps and padding for each side.</summary>
    /// <param name="x">Images (n, channels, h, w).</param>
    /// <param name="window">Rows and columns of the window.</param>
    /// <param name="sliding">Steps and padding.</param>
    /// <param name="countPadding">Whether padding counts in the mean, as in PyTorch (default), or not, as in Keras.</param>
    /// <exception cref="ArgumentException">The window does not fit the image.</exception>
    public static Tensor AvgPool2d(Tensor x, (int Rows, int Columns) window, Sliding sliding, bool countPadding = true) =>
        Ops.AvgPool2d.Apply(x, window, sliding, countPadding);
}
