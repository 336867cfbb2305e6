using System.Reflection;
using System.Text.RegularExpressions;

namespace CourseKit.Tests.House;

/// <summary>Every C# name that notebooks/guides/names.md promises.</summary>
public sealed partial class NamesGuideTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private static readonly Type[] Types = typeof(CourseKit.Display.RichView).Assembly.GetExportedTypes();

    [Fact]
    public void Every_name_in_the_guide_exists()
    {
        var missing = new List<string>();
        var count = 0;
        foreach (var (section, name) in Names())
        {
            count++;
            if (!Exists(section, name))
                missing.Add($"{section[0]}: {name}");
        }

        Assert.Empty(missing);
        Assert.True(count > 200);
    }

    [Theory]
    [InlineData("Sequential.Fit(x, y, epocs)")]
    [InlineData("Sequential.Fitt(x, y)")]
    [InlineData("Sequentiel")]
    [InlineData("Dense(unit)")]
    [InlineData("MLPClassifier")]
    public void A_name_that_does_not_exist_is_found_out(string name) => Assert.False(Exists(["CourseKit.Keras", "CourseKit.Keras.Layers"], name));

    private static IEnumerable<(string[] Namespaces, string Name)> Names()
    {
        string[] section = [];
        foreach (var line in File.ReadLines(Repository.PathOf("notebooks", "guides", "names.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                section = [];
            else if (line.StartsWith("`using", StringComparison.Ordinal))
                section = [.. section, .. Using().Matches(line).Select(match => match.Groups[1].Value)];
            else if (line.StartsWith("| ", StringComparison.Ordinal) && section.Length > 0 && !line.StartsWith("| Python", StringComparison.Ordinal))
            {
                foreach (Match match in Code().Matches(line.Split(" | ")[1]))
                    yield return (section, match.Groups[1].Value);
            }
        }
    }

    private static bool Exists(string[] namespaces, string name)
    {
        var parts = Name().Match(name);
        var (typeName, member) = (parts.Groups["type"].Value, parts.Groups["member"].Value);
        string[]? parameters = parts.Groups["list"].Success ? parts.Groups["list"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries) : null;
        var type = namespaces.Select(space => Types.FirstOrDefault(type => type.Namespace == space && type.Name == typeName)).FirstOrDefault(type => type is not null);
        if (!parts.Success || type is null)
            return false;
        MethodBase[] methods = member.Length == 0
            ? type.GetConstructors()
            : [.. type.GetMember(member, All).OfType<MethodBase>()];
        return parameters is null
            ? member.Length == 0 || type.GetMember(member, All).Length > 0
            : methods.Any(method => parameters.All(parameter => method.GetParameters().Any(own => own.Name == parameter)));
    }

    [GeneratedRegex("`using (?:static )?([A-Za-z.]+);`")]
    private static partial Regex Using();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    // Type, Type.Member, Type(a, b), Type.Method(a, b)
    [GeneratedRegex(@"^(?<type>\w+)(?:\.(?<member>\w+))?(?:\((?<list>[\w, ]*)\))?$")]
    private static partial Regex Name();
}
