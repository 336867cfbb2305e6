using CourseKit.Data;
using CourseKit.Data.Files;

namespace CourseKit.Tests.Data;

public class BridgeTests
{
    private static readonly ImageDataset Tiles =
        new(new DatasetInfo("Tiles", ["a", "b"]), new ImageShape(1, 2), new byte[] { 0, 51, 102, 255 }, [1, 0]);

    private static readonly TabularDataset Points = Xnor.Load();

    [Fact]
    public void Rows_have_features_and_a_label()
    {
        Assert.Equal([([0f, 51f], 1u), ([102f, 255f], 0u)], Tiles.Rows().Select(row => (row.Features, row.Label)), Same);
        Assert.Equal([0f, 1f], Points.Rows().ElementAt(1).Features);
    }

    [Fact]
    public void Images_become_tensors_whole_and_in_batches()
    {
        Assert.Equal("(2, 2)", Tiles.ToTensor(Scaling.Unit).Shape.ToString());
        Assert.Equal([0f, 0.2f, 0.4f, 1f], Tiles.ToTensor(Scaling.Unit).ToFloats());
        Assert.Equal([102f, 255f, 102f, 255f, 0f, 51f], Tiles.Batch([1, 1, 0], Scaling.Raw).ToFloats());
    }

    [Fact]
    public void A_file_for_Python_holds_images_as_bytes_and_rows_as_doubles()
    {
        using var folder = new TemporaryFolder();
        Tiles.SaveNpz(folder.PathOf("tiles.npz"));
        Points.SaveNpz(folder.PathOf("points.npz"));

        var (tiles, points) = (Npz.Read(folder.PathOf("tiles.npz")), Npz.Read(folder.PathOf("points.npz")));

        Assert.Equal(("Byte(2, 1, 2)", "Int64(2,)"), (tiles["x"].ToString(), tiles["y"].ToString()));
        Assert.Equal<byte>([0, 51, 102, 255], tiles["x"].As<byte>());
        Assert.Equal([1, 0], tiles["y"].ToInts());
        Assert.Equal(Points.X, points["x"].ToMatrix());
    }

    [Fact]
    public void Two_parts_go_into_one_file_under_the_names_of_Keras()
    {
        using var folder = new TemporaryFolder();
        var (train, test) = Tiles.SplitAt(1);

        train.SaveNpz(folder.PathOf("tiles.npz"), test);

        var arrays = Npz.Read(folder.PathOf("tiles.npz"));
        Assert.Equal(["x_train", "y_train", "x_test", "y_test"], arrays.Keys);
        Assert.Equal<byte>([102, 255], arrays["x_test"].As<byte>());
    }

    private static bool Same((float[] Features, uint Label) a, (float[] Features, uint Label) b) =>
        a.Features.SequenceEqual(b.Features) && a.Label == b.Label;
}
