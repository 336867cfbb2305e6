namespace CourseKit.Tests.House;

public class PublicApiTests
{
    [Fact]
    public void The_public_surface_changes_only_on_purpose() => Approved.Check(PublicApi.Read(typeof(CourseKit.Display.RichView).Assembly), "PublicApi.txt");
}
