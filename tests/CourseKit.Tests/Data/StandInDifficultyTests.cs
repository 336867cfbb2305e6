using CourseKit.Data;
using CourseKit.Data.Fetching;
using CourseKit.Learn;

namespace CourseKit.Tests.Data;

/// <summary>The stand-ins are about as hard as what they stand for.</summary>
public class StandInDifficultyTests
{
    [Fact]
    public void Digits_are_read_well_by_a_line_and_better_by_a_hidden_layer() => WithCache(places =>
    {
        var (train, test) = Mnist.Load(places, download: false);

        Assert.InRange(Accuracy(train, test, [], epochs: 10), 0.88, 0.94);
        Assert.InRange(Accuracy(train, test, [100], epochs: 8), 0.93, 0.99);
    });

    [Fact]
    public void Garments_are_confused_with_their_like() => WithCache(places =>
    {
        int[] tops = [0, 2, 4, 6];
        var (train, test) = FashionMnist.Load(places, download: false);
        var net = Fit(train, [300, 100], epochs: 8);
        var predicted = net.Predict(test.ToFloats(Scaling.Unit));
        var errors = predicted.Zip(test.Y).Where(pair => pair.First != pair.Second).ToList();

        Assert.InRange(Accuracy(train, test, [], epochs: 10), 0.78, 0.88);
        Assert.InRange(1 - errors.Count / (double)test.Count, 0.84, 0.93);
        Assert.InRange(errors.Count(pair => tops.Contains(pair.First) && tops.Contains(pair.Second)), errors.Count * 0.4, errors.Count);
    });

    [Fact]
    public void Persian_digits_of_25_pixels_are_mostly_read() => WithCache(places =>
    {
        var (train, test) = Hoda.Load(places, trainSize: 1000, testSize: 1000, size: 5, download: false);

        Assert.InRange(Accuracy(train, test, [50, 30, 15], epochs: 100), 0.85, 0.97);
    });

    private static double Accuracy(ImageDataset train, ImageDataset test, int[] hidden, int epochs) =>
        Fit(train, hidden, epochs).Score(test.ToFloats(Scaling.Unit), test.Y);

    private static MLPClassifier Fit(ImageDataset train, int[] hidden, int epochs) => new MLPClassifier
    {
        HiddenLayerSizes = hidden,
        BatchSize = 64,
        MaxIter = epochs,
        RandomState = 1,
    }.Fit(train.ToFloats(Scaling.Unit), train.Y);

    private static void WithCache(Action<DataPlaces> test)
    {
        using var folder = new TemporaryFolder();
        test(new DataPlaces { Cache = folder.PathOf("cache") });
    }
}
