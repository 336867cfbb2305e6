using CourseKit.Autograd;
using CourseKit.Data;
using CourseKit.Keras;

namespace CourseKit.Benchmarks.Work;

/// <summary>What <c>Fit</c> and <c>Evaluate</c> are given.</summary>
internal sealed record KerasData(Tensor X, int[] Y, Tensor? HeldX, int[]? HeldY, Tensor TestX, int[] TestY)
{
    public (Tensor X, Targets Y)? Validation => HeldX is null ? null : (HeldX, HeldY!);

    /// <summary>800 rows of Persian digits, and 200 to validate.</summary>
    public static KerasData Hoda
    {
        get
        {
            var (train, test) = Data.Hoda.Load();
            var (learned, held) = DataOf.Real(train).SplitAt(800);
            return Of(learned, held, test);
        }
    }

    /// <summary>All but the first 5000 clothes; those are validated by the peer outside of its time, and not here.</summary>
    public static KerasData Fashion
    {
        get
        {
            var (held, learned) = DataOf.Real(FashionMnist.Load().Train).SplitAt(5000);
            return Of(learned, null, held);
        }
    }

    private static KerasData Of(ImageDataset train, ImageDataset? held, ImageDataset test) => new(
        train.ToTensor(Scaling.Unit), train.Y, held?.ToTensor(Scaling.Unit), held?.Y, test.ToTensor(Scaling.Unit), test.Y);
}
