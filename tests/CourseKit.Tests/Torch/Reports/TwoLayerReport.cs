using CourseKit.Autograd;
using CourseKit.Data;
using CourseKit.Nn;
using CourseKit.Nn.Optimizers;
using CourseKit.Torch;

namespace CourseKit.Tests.Torch.Reports;

/// <summary>Reports R5 and R2 Q6: layers with ReLU on MNIST, and cross entropy.</summary>
internal static class TwoLayerReport
{
    /// <summary>784-…-10 with ReLU between the layers, and behind the last one if asked.</summary>
    public static Sequential Network(int[] hidden, bool reluOnOutput = false)
    {
        var layers = new List<Module> { new Flatten() };
        int[] units = [784, .. hidden, 10];
        for (var i = 1; i < units.Length; i++)
        {
            layers.Add(new Linear(units[i - 1], units[i]));
            if (i < units.Length - 1 || reluOnOutput)
                layers.Add(new ReLU());
        }
        return new(layers);
    }

    /// <summary>Trains on these batches.</summary>
    /// <returns>The loss of each batch.</returns>
    public static double[] Epoch(Module net, Optimizer optimizer, IEnumerable<(Tensor X, int[] Y)> batches)
    {
        var criterion = new CrossEntropyLoss();
        var losses = new List<double>();
        foreach (var (x, y) in batches)
        {
            optimizer.ZeroGrad();
            var loss = criterion.Call(net.Call(x), y);
            loss.Backward();
            optimizer.Step();
            losses.Add(loss.Item());
        }
        return [.. losses];
    }

    /// <summary>Batches in this order, without a loader and its random numbers.</summary>
    public static IEnumerable<(Tensor X, int[] Y)> InOrder(IDataset<int[]> data, int[] order, int batchSize) =>
        order.Chunk(batchSize).Select(rows => data.Batch(rows));

    /// <summary>What the network makes of all images, without a loader and its random numbers.</summary>
    public static int[] Predict(Module net, IDataset<int[]> data)
    {
        using var _ = NoGrad.Open();
        return [.. InOrder(data, [.. Enumerable.Range(0, data.Count)], 1000).SelectMany(batch => net.Call(batch.X).ArgMax())];
    }

    public static ImageTensors Images(ImageDataset images) => new(images, Scaling.Standard(0.1307, 0.3081));
}
