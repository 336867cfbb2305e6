using CourseKit.Autograd;
using CourseKit.Data;
using CourseKit.Torch;
using static CourseKit.Torch.Torch;

namespace CourseKit.Tests.Torch;

/// <summary>Orders are those of torch 1.13.1 (specs/torch-rng.md).</summary>
[Collection("Torch")]
public sealed class DataLoaderTests
{
    [Fact]
    public void Shuffled_epochs_have_torchs_orders()
    {
        ManualSeed(0);
        var loader = new DataLoader(Numbers(23), Labels(23), batchSize: 5, shuffle: true);

        Assert.Equal("[3 22 17 13 0][20 15 12 4 9][1 6 5 14 16][10 7 19 11 21][18 8 2]", Epoch(loader));
        Assert.Equal("[4 11 16 8 12][7 0 6 18 21][17 1 13 2 22][14 10 5 19 20][9 3 15]", Epoch(loader));
        Assert.Equal("[20 14 13 6 17][4 19 12 15 22][7 10 0 11 9][18 8 5 21 3][2 16 1]", Epoch(loader));
        Assert.Equal(5, loader.Count);
    }

    [Fact]
    public void Order_after_the_layers_of_the_report_is_torchs()
    {
        ManualSeed(0);
        _ = (new Linear(784, 100), new Linear(100, 10));

        var (_, y) = new DataLoader(Tensor.Zeros([51000, 1]), Labels(51000), batchSize: 10, shuffle: true).First();

        Assert.Equal([10585, 6563, 37300, 24170, 42695, 21156, 23776, 27589, 20262, 5958], y);
    }

    [Fact]
    public void Epochs_take_four_words_shuffled_and_two_in_order()
    {
        ManualSeed(3);
        var loaders = new[] { true, false }.Select(shuffle => new DataLoader(Numbers(4), Labels(4), batchSize: 3, shuffle));
        var epochs = string.Join(' ', loaders.Select(Epoch));
        var after = RandInt(0, int.MaxValue, 1)[0];

        ManualSeed(3);
        RandInt(0, int.MaxValue, 6);

        Assert.EndsWith(" [0 1 2][3]", epochs, StringComparison.Ordinal);
        Assert.Equal(RandInt(0, int.MaxValue, 1)[0], after);
    }

    [Fact]
    public void A_generator_of_ones_own_is_drawn_from_directly()
    {
        // g.manual_seed(7); DataLoader(range(7), batch_size=3, shuffle=True, generator=g), twice; then one randperm of each stream.
        ManualSeed(0);
        var generator = new Generator(7);
        var loader = new DataLoader(new TensorDataset(Numbers(7), Labels(7)), batchSize: 3, shuffle: true, generator: generator);

        Assert.Equal("[6 3 5][0 1 4][2]", Epoch(loader));
        Assert.Equal("[0 5 1][2 4 3][6]", Epoch(loader));
        Assert.Equal([4, 0, 1, 3, 2], RandPerm(5));
        Assert.Equal([0, 3, 2, 1, 4], RandPerm(5, generator));
    }

    [Fact]
    public void The_last_short_batch_can_be_dropped()
    {
        var loader = new DataLoader(new TensorDataset(Numbers(7), Labels(7)), batchSize: 3, dropLast: true);

        Assert.Equal("[0 1 2][3 4 5]", Epoch(loader));
        Assert.Equal(2, loader.Count);
    }

    [Fact]
    public void Inputs_and_labels_stay_together()
    {
        foreach (var (x, y) in new DataLoader(Numbers(50), Labels(50), batchSize: 7, shuffle: true))
            Assert.Equal(y, x.ToDoubles().Select(value => (int)value));
    }

    [Fact]
    public void Targets_of_a_regression_are_tensors()
    {
        var loader = new DataLoader<Tensor>(new TargetDataset(Numbers(5), Numbers(5) * 2), batchSize: 2, shuffle: true);

        foreach (var (x, y) in loader)
            Assert.Equal((x * 2).ToDoubles(), y.ToDoubles());
    }

    [Fact]
    public void Images_become_numbers_a_batch_at_a_time_with_an_axis_for_the_channel()
    {
        var images = new ImageDataset(
            new DatasetInfo("Tiles", ["dark", "bright"]), new ImageShape(1, 2), new byte[] { 0, 51, 255, 102 }, [0, 1]);

        var batches = new DataLoader(images, Scaling.Standard(0.5, 0.25), batchSize: 1).ToArray();

        Assert.Equal("(1, 1, 1, 2) float32 [[[[-2, -1.2]]]]", batches[0].X.ToString());
        Assert.Equal("(1, 1, 1, 2) float32 [[[[2, -0.4]]]]", batches[1].X.ToString());
        Assert.Equal([1], batches[1].Y);
    }

    [Fact]
    public void A_random_split_deals_torchs_order_and_copies_nothing()
    {
        ManualSeed(0);

        var parts = RandomSplit(new TensorDataset(Numbers(10), Labels(10)), [7, 3]);

        Assert.Equal([4, 1, 7, 5, 3, 9, 0], parts[0].Indices);
        Assert.Equal([8, 6, 2], parts[1].Indices);
        Assert.Equal("[8 6][2]", Epoch(new DataLoader(parts[1], batchSize: 2)));
        Assert.Equal("[2][8]", Epoch(new DataLoader(new Subset<int[]>(parts[1], [2, 0]))));
    }

    private static Tensor Numbers(int count) => Tensor.From([.. Enumerable.Range(0, count).Select(i => (float)i)], [count, 1]);

    private static int[] Labels(int count) => [.. Enumerable.Range(0, count)];

    private static string Epoch(DataLoader loader) => string.Concat(loader.Select(batch => $"[{string.Join(' ', batch.Y)}]"));
}
