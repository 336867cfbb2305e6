using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Sessions.Cells;

namespace CourseKit.Notebooks.Tests.Sessions.Cells;

public class CellParserTests
{
    [Theory]
    [InlineData("#r \"x.dll\"")]
    [InlineData("#r \"System.Net.Http.Json\"")]
    [InlineData("#r \"x.dll\" // a remark")]
    [InlineData("#load \"x.csx\"")]
    [InlineData("#region nuget:")]
    [InlineData("#if true\n1\n#endif")]
    [InlineData("  #!time")]
    [InlineData("// #!time")]
    public void What_is_C_sharp_is_left_alone(string code) => Assert.Equal($"csharp({code})", Read(code));

    [Theory]
    [InlineData("#!csharp\nx", "csharp(\nx)")]
    [InlineData("#!c#\r\nx", "csharp(\nx)")]
    [InlineData("#!C# \nx", "csharp(\nx)")]
    [InlineData("#!cs", "")]
    [InlineData("\n\n", "")]
    [InlineData("a\n#!time\nb\n", "csharp(a\n\n\n #!time \n\nb\n)")]
    [InlineData("a\n#!html\n<p>\n#!csharp\nb", "csharp(a\n\n\n\n) html(\n\n<p>\n\n) csharp(\n\n\n\nb)")]
    [InlineData("#!markdown \n* a", "markdown(\n* a)")]
    [InlineData("#!value --name n\ntext\n#!value --name m\nmore", "value(#!value \ntext\n\n) value(#!value \n\n\nmore)")]
    public void A_cell_is_cut_where_commands_and_languages_stand_and_its_lines_stay_where_they_are(string code, string expected) => Assert.Equal(expected, Read(code));

    [Theory]
    [InlineData("#!nosuch", "(1,1): error DNI101: Unknown magic command '#!nosuch'")]
    [InlineData("1\n#!tme\n2", "(2,1): error DNI101: Unknown magic command '#!tme'\nDid you mean #!time? ")]
    [InlineData("var text = @\"\n#!tim\n\";", "(2,1): error DNI101: Unknown magic command '#!tim'\nDid you mean #!time? ")]
    [InlineData("#!set --name n", "(1,1): error DNI104: Missing required parameter '--value'\nWrite #!set --name … --value …")]
    [InlineData("#!import", "(1,1): error DNI104: Missing required parameter '--file'\nWrite #!import --file …")]
    [InlineData("#!set --name x --value 1 --bogus 2", "(1,26): error DNI103: Unrecognized parameter name '--bogus'\n#!set knows: --name, --value, --mime-type, --byref.")]
    [InlineData("#r \"nuget:\"", "(1,4): error DNI210: Unable to parse package reference: \"nuget:\"")]
    [InlineData("#r nuget", "(1,4): error DNI210: Unable to parse package reference: nuget")]
    [InlineData("#!fsharp\nlet x = 1", "\"fsharp\" cells cannot be run: this runner has csharp, html, javascript, markdown, mermaid and value.")]
    public void What_cannot_be_run_is_named_with_its_place(string code, string message) => Assert.StartsWith(message, Read(code), StringComparison.Ordinal);

    [Theory]
    [InlineData("#!set --name n --value 42", "n", "42")]
    [InlineData("#!set --value \"two words\" --name n", "n", "two words")]
    [InlineData("#!set --name n --value {\"a\": [1, \"}\"]}", "n", "{\"a\": [1, \"}\"]}")]
    [InlineData("#!set --name n --value @input:\"What is it?\"", "n", "@input:\"What is it?\"")]
    [InlineData("#!set --name n --value \"C:\\dir\"", "n", "C:\\dir")]
    public void Words_of_a_command_may_be_quoted_or_in_brackets(string text, string name, string value)
    {
        var line = new MagicLine(text, 1, []);

        Assert.Equal((name, value), (line.Value("--name")!.Text, line.Value("--value")!.Text));
    }

    private static string Read(string code)
    {
        try
        {
            return string.Join(' ', CellParser.Parse(new CellRequest("c", code, null, 1, 0)).Select(section =>
                $"{section.Kernel}({string.Join(' ', section.Steps.Select(step => step is CellStep.Code text ? text.Text : ((CellStep.Command)step).Line.Name))})"));
        }
        catch (CellRefusal refusal)
        {
            return refusal.Error.Message;
        }
    }
}
