using CourseKit.Notebooks.Parameters;
using CourseKit.Notebooks.Tests.Sessions;

namespace CourseKit.Notebooks.Tests.Parameters;

public sealed class ParameterFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void JSON_and_YAML_say_the_same()
    {
        var json = _folder.Write("p.json", """
            {"text": "سلام", "digits": "12", "n": 12, "x": -0.5, "nan": "NaN", "inf": "-Infinity", "yes": true, "none": null, "when": "2026-03-27",
             "list": [1, 2], "net": {"hidden": [50, 30], "name": "a: b"}, "huge": 12345678901234567890}
            """);
        var yaml = _folder.Write("p.yaml", """
            text: سلام
            digits: "12"
            n: 12
            x: -0.5
            nan: .nan
            inf: -.inf
            yes: true      # YAML 1.2: yes and no are texts
            none:
            when: 2026-03-27
            list: [1, 2]
            net:
              hidden: [50, 30]
              name: "a: b"
            huge: 12345678901234567890
            """);

        Assert.Equal(ParameterFile.Read(json), ParameterFile.Read(yaml));
    }

    [Fact]
    public void In_YAML_quotes_make_a_text()
    {
        var read = ParameterFile.Read(_folder.Write("p.yml", "a: 'true'\nb: no\nc: 1e3\nd: 0x10\n"));

        Assert.Equal(["\"true\"", "\"no\"", "1000", "\"0x10\""], read.Values.Select(value => value.Text));
    }
}
