using System.Collections;
using CourseKit.Autograd;
using CourseKit.Data;
using static System.FormattableString;

namespace CourseKit.Torch;

/// <summary>Batches of labelled examples, in a new order in each epoch if asked: <c>torch.utils.data.DataLoader</c>.</summary>
/// <example><code>
/// var loader = new DataLoader(train, Scaling.Standard(0.1307, 0.3081), batchSize: 64, shuffle: true);
/// foreach (var (x, y) in loader)                    // x (64, 1, 28, 28), y 64 labels
/// </code></example>
public sealed class DataLoader : DataLoader<int[]>
{
    /// <summary>Batches of any data set with labels.</summary>
    /// <inheritdoc/>
    public DataLoader(IDataset<int[]> data, int batchSize = 1, bool shuffle = false, bool dropLast = false, Generator? generator = null)
        : base(data, batchSize, shuffle, dropLast, generator)
    {
    }

    /// <summary>Batches of images, scaled as they are taken: (batchSize, 1, rows, columns).</summary>
    /// <param name="images">The images with their labels.</param>
    /// <param name="scaling">How bytes become numbers.</param>
    /// <param name="batchSize">1 or more; the last batch may be smaller. Default 1.</param>
    /// <param name="shuffle">Whether each epoch has an order of its own. Default false.</param>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is less than 1.</exception>
    public DataLoader(ImageDataset images, Scaling scaling, int batchSize = 1, bool shuffle = false)
        : base(new ImageTensors(images, scaling), batchSize, shuffle)
    {
    }

    /// <summary>Batches of rows of a tensor.</summary>
    /// <param name="x">Inputs (n, …).</param>
    /// <param name="y">A label for each, (n).</param>
    /// <param name="batchSize">1 or more; the last batch may be smaller. Default 1.</param>
    /// <param name="shuffle">Whether each epoch has an order of its own. Default false.</param>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is less than 1.</exception>
    public DataLoader(Tensor x, int[] y, int batchSize = 1, bool shuffle = false)
        : base(new TensorDataset(x, y), batchSize, shuffle)
    {
    }
}

/// <summary>Batches of examples, in a new order in each epoch if asked: <c>torch.utils.data.DataLoader</c>.</summary>
/// <typeparam name="TY">What belongs to the inputs of a batch: labels as <c>int[]</c>, or targets as a <see cref="Tensor"/>.</typeparam>
/// <remarks>
/// Each <c>foreach</c> is an epoch. The order, and how many random numbers an epoch takes from the stream of
/// <see cref="Torch.ManualSeed"/>, are those of PyTorch without workers: one number at the beginning, shuffled or not, and if shuffled
/// one more, the seed of a stream from which the order is drawn.
/// </remarks>
public class DataLoader<TY> : IEnumerable<(Tensor X, TY Y)>
{
    private readonly Generator? _generator;

    /// <param name="data">The examples.</param>
    /// <param name="batchSize">1 or more. Default 1.</param>
    /// <param name="shuffle">Whether each epoch has an order of its own. Default false: 0, 1, ….</param>
    /// <param name="dropLast">Whether a last batch that is smaller is left out. Default false.</param>
    /// <param name="generator">What orders are drawn from directly. Default: the stream of the process, as the remarks say.</param>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is less than 1.</exception>
    public DataLoader(IDataset<TY> data, int batchSize = 1, bool shuffle = false, bool dropLast = false, Generator? generator = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (batchSize < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(batchSize), Invariant(
                $"DataLoader: a batchSize of 1 or more is required; received {batchSize}."));
        }
        (Data, BatchSize, Shuffle, DropLast, _generator) = (data, batchSize, shuffle, dropLast, generator);
    }

    /// <summary>The examples.</summary>
    public IDataset<TY> Data { get; }

    /// <summary>Examples in a batch.</summary>
    public int BatchSize { get; }

    /// <summary>Whether each epoch has an order of its own.</summary>
    public bool Shuffle { get; }

    /// <summary>Whether a last batch that is smaller is left out.</summary>
    public bool DropLast { get; }

    /// <summary>Batches in an epoch: <c>len(loader)</c>.</summary>
    public int Count => (Data.Count / BatchSize) + (!DropLast && Data.Count % BatchSize > 0 ? 1 : 0);

    /// <summary>Begins an epoch.</summary>
    public IEnumerator<(Tensor X, TY Y)> GetEnumerator()
    {
        // What PyTorch seeds its workers with, drawn even if there are none.
        Torch.StreamOf(_generator).NextInt64();
        return Epoch();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerator<(Tensor X, TY Y)> Epoch()
    {
        var order = Shuffle ? Order() : [.. Enumerable.Range(0, Data.Count)];
        for (var batch = 0; batch < Count; batch++)
        {
            var start = batch * BatchSize;
            yield return Data.Batch(order.AsSpan(start, Math.Min(BatchSize, order.Length - start)));
        }

        // PyTorch's sampler draws another order at the end and takes none of it: seen only in a generator that is used again.
        if (Shuffle)
            _generator?.Stream.Permutation(Data.Count);
    }

    private int[] Order() =>
        (_generator ?? new Generator(Torch.StreamOf(null).NextInt64())).Stream.Permutation(Data.Count);
}
