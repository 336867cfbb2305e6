namespace CourseKit.Notebooks.Tests.House;

public class HouseTests
{
    [Fact]
    public void The_public_surface_changes_only_on_purpose() => Approved.Check(PublicApi.Read(typeof(CourseKit.Notebooks.Running.Verdict).Assembly), "PublicApi.txt");

    [Fact]
    public void Every_message_of_the_library_reads_as_approved() => Approved.Check(ErrorCatalogue.Read(), "Errors.txt");

    [Fact]
    public void Every_throw_in_the_library_is_triggered_by_a_case() =>
        ThrowSites.AssertAllRead("lib/CourseKit.Notebooks", ErrorCatalogue.Read());
}
