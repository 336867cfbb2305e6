using CourseKit.Data;
using CourseKit.Data.Fetching;

namespace CourseKit.Tests.Data.Fetching;

public class CatalogTests
{
    [Fact]
    public void Every_file_has_two_addresses_that_end_in_its_name()
    {
        var files = Catalog.Entries.SelectMany(entry => entry.Files).ToList();

        Assert.Equal(9, files.Count);
        Assert.All(files, file => Assert.Equal(2, file.Addresses.Count(address => address.Segments[^1] == file.Name)));
        Assert.All(files, file => Assert.Matches("^[0-9a-f]{64}$", file.Sha256));
        Assert.Equal(files.Count, files.Select(file => file.Sha256).Distinct().Count());
    }

    [Fact]
    public void Places_come_from_the_environment()
    {
        var places = DataPlaces.From(name => name switch { "COURSEKIT_DATA" => "here", "COURSEKIT_CACHE" => "there", _ => "1" });
        var bare = DataPlaces.From(_ => null);

        Assert.Equal(new DataPlaces { Folder = "here", Cache = "there", Offline = true }, places);
        Assert.Equal((null, false, "coursekit"), (bare.Folder, bare.Offline, Path.GetFileName(bare.Cache)));
    }

    [Fact]
    public void The_explicit_folder_goes_before_the_cache()
    {
        using var folder = new TemporaryFolder();
        var entry = FetchFixture.EntryOf();
        var places = FetchFixture.PlacesOf(folder) with { Folder = folder.PathOf("explicit") };
        Directory.CreateDirectory(folder.PathOf("explicit"));

        Assert.Null(places.Find(entry));

        Put(folder.PathOf("set"));
        Assert.Equal(folder.PathOf("set"), places.Find(entry));

        Put(Path.Combine(folder.PathOf("explicit"), "set"));
        Assert.Equal(Path.Combine(folder.PathOf("explicit"), "set"), places.Find(entry));
    }

    [Fact]
    public void The_state_of_every_file_is_told()
    {
        using var folder = new TemporaryFolder();
        var places = FetchFixture.PlacesOf(folder);
        var right = Catalog.Mnist.Files[0] with { Name = "right", Length = 3, Sha256 = Checksum.Of([1, 2, 3]) };
        var entry = Catalog.Mnist with { Name = "set", Files = [right, right with { Name = "wrong" }, right with { Name = "missing" }] };
        Directory.CreateDirectory(folder.PathOf("set"));
        File.WriteAllBytes(Path.Combine(folder.PathOf("set"), "right"), [1, 2, 3]);
        File.WriteAllBytes(Path.Combine(folder.PathOf("set"), "wrong"), [1, 2, 4]);

        var status = FileStatus.Of(entry, places);

        Assert.Equal([FileState.Intact, FileState.Damaged, FileState.Missing], status.Select(file => file.State));
        Assert.Equal(Path.Combine(folder.PathOf("set"), "missing"), status[2].Path);
        Assert.Empty(FileStatus.Of(Catalog.Digits, places));
    }

    private static void Put(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "file.gz"), []);
    }
}
