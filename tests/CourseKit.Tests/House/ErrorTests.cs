using CourseKit.Numerics;

namespace CourseKit.Tests.House;

/// <remarks>Some cases need a display host, which is process-wide: hence the collection.</remarks>
[Collection("Console")]
public class ErrorTests
{
    [Fact]
    public void Every_message_of_the_library_reads_as_approved() => Approved.Check(Read(), "Errors.txt");

    [Fact]
    public void Every_throw_in_the_library_is_triggered_by_a_case() =>
        ThrowSites.AssertAllRead("lib/CourseKit", Read());

    // Cases make layers, which draw their weights: not from the stream that tests of torch's numbers have seeded.
    private static string Read()
    {
        using var stream = SharedRandom.Isolate();
        return ErrorCatalogue.Read();
    }
}
