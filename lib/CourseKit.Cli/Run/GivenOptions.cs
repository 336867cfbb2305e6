using System.CommandLine;
using CourseKit.Notebooks.Parameters;

namespace CourseKit.Cli.Run;

/// <summary>The options of <c>coursekit run</c> that give a notebook values from outside.</summary>
internal sealed class GivenOptions
{
    private readonly Option<string[]> _parameters = Many("--parameter", "A value for a variable of the notebook's parameters cell; see coursekit describe.", "NAME=VALUE", "-p");
    private readonly Option<string[]> _files = Many("--parameters", "A file of such values, JSON or YAML; -p goes before it.", "FILE");
    private readonly Option<string[]> _inputs = Many("--input", "The answer to @input:NAME, or to a question of these words.", "NAME=VALUE");
    private readonly Option<string[]> _secrets = Many("--secret",
        "The value of an environment variable as a parameter or an answer of that name; no output shows it.", "NAME[=VARIABLE]");

    public IEnumerable<Option> All => [_parameters, _files, _inputs, _secrets];

    /// <exception cref="ParameterException">Something else than a name with a value was given.</exception>
    public GivenValues Read(ParseResult parsed)
    {
        var parameters = new Dictionary<string, ParameterValue>();
        foreach (var file in Values(parsed, _files))
            foreach (var (name, value) in ParameterFile.Read(file))
                parameters[name] = value;
        foreach (var given in Values(parsed, _parameters))
        {
            var (name, value) = Pair("-p", given);
            parameters[name] = new ParameterValue(value);
        }
        return new GivenValues
        {
            Parameters = parameters,
            Inputs = Values(parsed, _inputs).Select(given => Pair("--input", given)).GroupBy(pair => pair.Name).ToDictionary(same => same.Key, same => same.Last().Value),
            Secrets = Values(parsed, _secrets).Select(Secret).GroupBy(pair => pair.Name).ToDictionary(same => same.Key, same => same.Last().Value),
        };
    }

    private static (string Name, string Value) Pair(string option, string given) =>
        given.IndexOf('=', StringComparison.Ordinal) is var at and > 0
            ? (given[..at].Trim(), given[(at + 1)..])
            : throw new ParameterException($"{option}: a name and a value are required; received \"{given}\". Write {option} name=value");

    private static (string Name, string Value) Secret(string given)
    {
        var (name, variable) = given.Contains('=', StringComparison.Ordinal) ? Pair("--secret", given) : (given, given);
        var value = Environment.GetEnvironmentVariable(variable);
        return value is { Length: >= GivenValues.ShortestSecret }
            ? (name, value)
            : throw new ParameterException($"--secret {given}: an environment variable {variable} of at least {GivenValues.ShortestSecret} characters is required; " +
                $"{(string.IsNullOrEmpty(value) ? "it is not set" : "it is shorter, and blotting it out would blot out other words too")}.");
    }

    private static string[] Values(ParseResult parsed, Option<string[]> option) => parsed.GetValue(option) ?? [];

    private static Option<string[]> Many(string name, string description, string help, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = help };
}
