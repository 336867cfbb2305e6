using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Sessions.Scripting;

namespace CourseKit.Notebooks.Tests.Sessions.Scripting;

public class DirectivesTests
{
    [Theory]
    [InlineData("#r \"x.dll\"")]
    [InlineData("#r \"System.Net.Http.Json\"")]
    [InlineData("#load \"x.csx\"")]
    [InlineData("#region nuget:")]
    [InlineData("#if true\n1\n#endif")]
    [InlineData("  #!time")]
    [InlineData("// #!time")]
    public void What_is_C_sharp_is_left_alone(string code) => Assert.Equal((code, null), Read(code));

    [Theory]
    [InlineData("#!csharp\nx", "\nx")]
    [InlineData("#!c#\r\nx", "\nx")]
    [InlineData("#!cs", "")]
    public void The_cells_own_kernel_is_blanked_out(string code, string expected) => Assert.Equal((expected, null), Read(code));

    [Theory]
    [InlineData("#!fsharp", "#!fsharp")]
    [InlineData("#!csharp --more", "#!csharp")]
    [InlineData("var text = @\"\n#!time\n\";", "#!time")]
    [InlineData("#r \"nuget: Some.Package\"", "#r \"nuget: Some.Package\"")]
    [InlineData("#r\"NuGet:Some.Package\"", "#r \"NuGet:Some.Package\"")]
    [InlineData("#i \"nuget:folder\"", "#i \"nuget:folder\"")]
    public void What_the_session_lacks_is_named(string code, string named) => Assert.StartsWith(named + ":", Read(code).Error, StringComparison.Ordinal);

    private static (string Code, string? Error) Read(string code)
    {
        var (read, error) = Directives.Read(new CellRequest("c", code, null, 1, 0));
        return (read, error?.Message);
    }
}
