namespace CourseKit.Kernel.Tests.House;

public class HouseTests
{
    [Fact]
    public void The_public_surface_changes_only_on_purpose() => Approved.Check(PublicApi.Read(typeof(JupyterKernel).Assembly), "PublicApi.txt");

    [Fact]
    public void Every_message_of_the_kernel_reads_as_approved() => Approved.Check(ErrorCatalogue.Read(), "Errors.txt");

    [Fact]
    public void Every_throw_in_the_kernel_is_triggered_by_a_case() => ThrowSites.AssertAllRead("lib/CourseKit.Kernel", ErrorCatalogue.Read());
}
