using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Sessions;

public class ReferenceTests(TestSession session) : IClassFixture<TestSession>
{
    [Fact]
    public async Task A_dll_is_found_from_the_notebooks_folder_and_what_lies_beside_it_too()
    {
        BuiltLibrary.Build(In("kit/Part.dll"), "public class Part { public string Name => \"part\"; }");
        BuiltLibrary.Build(In("kit/Whole.dll"), "public class Whole { public Part Part => new(); public override string ToString() => \"whole\"; }", In("kit/Part.dll"));

        Assert.Equal("whole", (await session.RunAsync("#r \"kit/Whole.dll\"\nnew Whole().ToString()")).Shown);
        Assert.Equal("part", (await session.RunAsync("new Whole().Part.Name")).Shown);
    }

    [Fact]
    public async Task A_dll_may_be_built_again_while_the_notebook_is_open_and_stays_as_it_was_loaded()
    {
        BuiltLibrary.Build(In("again/Again.dll"), "public class Again { public int Version => 1; }");
        Assert.Equal("1", (await session.RunAsync("#r \"again/Again.dll\"\nnew Again().Version")).Shown);

        BuiltLibrary.Build(In("again/Again.dll"), "public class Again { public int Version => 2; }");

        Assert.Equal("1", (await session.RunAsync("#r \"again/Again.dll\"\nnew Again().Version")).Shown);
    }

    [Fact]
    public async Task A_notebook_gets_its_own_copy_of_a_package_that_the_runner_has_too()
    {
        BuiltLibrary.Build(In("own/Markdig.dll"), "namespace Markdig { public class Mine { public string Text => \"mine\"; } }");

        Assert.Equal("mine", (await session.RunAsync("#r \"own/Markdig.dll\"\nnew Markdig.Mine().Text")).Shown);
    }

    [Fact]
    public async Task Lines_of_a_library_with_symbols_stand_in_the_trace()
    {
        BuiltLibrary.Build(In("lines/Lines.dll"), "public static class Lines\n{\n    public static void Throw() => throw new System.Exception(\"deep\");\n}");

        var error = (await session.RunAsync("#r \"lines/Lines.dll\"\nLines.Throw();")).Error!;

        Assert.Contains("   at Lines.Throw() in Library.cs:line 3", error.StackTrace, StringComparison.Ordinal);
        Assert.Equal(2, error.Position!.Line);
    }

    [Fact]
    public async Task Assemblies_of_the_framework_go_by_their_names() =>
        Assert.Equal("JsonContent", (await session.RunAsync("#r \"System.Net.Http.Json\"\nusing System.Net.Http.Json;\ntypeof(JsonContent).Name")).Shown);

    [Fact]
    public async Task Another_file_of_code_is_loaded()
    {
        Directory.CreateDirectory(In("code"));
        File.WriteAllText(In("code/area.csx"), "#load \"pi.csx\"\nstatic double Area(double radius) => Pi * radius * radius;");
        File.WriteAllText(In("code/pi.csx"), "const double Pi = 3;");

        Assert.Equal("12", (await session.RunAsync("#load \"code/area.csx\"\nArea(2)")).Shown);
    }

    [Fact]
    public async Task An_error_in_a_loaded_file_names_the_file()
    {
        File.WriteAllText(In("broken.csx"), "int five = \"5\";");

        var error = (await session.RunAsync("#load \"broken.csx\"")).Error!;

        Assert.Equal($"{In("broken.csx")}(1,12): error CS0029: Cannot implicitly convert type 'string' to 'int'", error.Message);
    }

    [Theory]
    [InlineData("absent.dll", "this dll is required; there is no {folder}/absent.dll. Paths are relative to the notebook's folder.")]
    [InlineData("../artifacts/kit/CourseKit.dll",
        "this dll is required; there is no {root}/artifacts/kit/CourseKit.dll. Run `dotnet build` in {root} first: every build fills artifacts/kit.")]
    [InlineData("No.Such.Assembly", "a dll or an assembly of the .NET framework is required; there is no {folder}/No.Such.Assembly. Paths are relative to the notebook's folder.")]
    [InlineData("text.dll", "a .NET assembly is required; {folder}/text.dll is none. Name the dll that the build made.")]
    public async Task A_reference_that_leads_nowhere_says_where_it_looked_and_what_to_do(string reference, string refusal)
    {
        File.WriteAllText(In("text.dll"), "This is no assembly.");

        var error = (await session.RunAsync($"#r \"{reference}\"\n1")).Error!;

        var expected = refusal.Replace("{folder}", session.Folder, StringComparison.Ordinal)
            .Replace("{root}", Path.GetDirectoryName(session.Folder), StringComparison.Ordinal).Replace('/', Path.DirectorySeparatorChar);
        Assert.Equal(CellErrorKind.CompileError, error.Kind);
        Assert.Equal(
            $"(1,1): error CS0006: #r \"{reference}\": {expected}".Replace('/', Path.DirectorySeparatorChar),
            error.Message.Replace('/', Path.DirectorySeparatorChar));
    }

    [Fact]
    public async Task A_dll_that_appears_later_is_found_then()
    {
        Assert.NotNull((await session.RunAsync("#r \"later/Later.dll\"")).Error);

        BuiltLibrary.Build(In("later/Later.dll"), "public class Later { public string Text => \"now\"; }");

        Assert.Equal("now", (await session.RunAsync("#r \"later/Later.dll\"\nnew Later().Text")).Shown);
    }

    private string In(string path) => Path.Combine(session.Folder, path);
}
