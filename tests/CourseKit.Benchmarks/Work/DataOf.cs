using CourseKit.Data;

namespace CourseKit.Benchmarks.Work;

/// <summary>What is learned, how its bytes are scaled, and what is left out of the training.</summary>
internal sealed record DataOf(ImageDataset Train, ImageDataset Held, Scaling Scaling)
{
    public static DataOf Mnist
    {
        get
        {
            var (train, test) = Data.Mnist.Load();
            return new(Real(train), test, Scaling.Standard(0.1307, 0.3081));
        }
    }

    /// <summary>The first 5000 are held back for validation.</summary>
    public static DataOf Fashion
    {
        get
        {
            var (held, train) = Real(FashionMnist.Load().Train).SplitAt(5000);
            return new(train, held, Scaling.Unit);
        }
    }

    internal static ImageDataset Real(ImageDataset images) => images.Info.IsStandIn
        ? throw new InvalidOperationException("engine-run: the real data set is required; a stand-in was found. Set COURSEKIT_DATA.")
        : images;
}
