namespace CourseKit.Notebooks.Sessions.Magics;

/// <summary><c>#!share --from value n [--as m]</c>: another kernel's value as a variable, the value itself and no copy.</summary>
internal static class ShareMagic
{
    private const string FromParameter = "--from";
    private const string NameParameter = "--name";
    private const string AsParameter = "--as";

    public static Magic Magic { get; } = new()
    {
        Name = "#!share",
        Description = "takes a value of another kernel into a variable",
        Parameters = [FromParameter, NameParameter, AsParameter, "--mime-type"],
        Required = [FromParameter, NameParameter],
        Positional = NameParameter,
        Prepare = (line, context) =>
        {
            context.RequireCSharp(line);
            var word = line.Value(NameParameter, isPositional: true)!;
            var value = context.Find(line.Value(FromParameter)!.Text, word.Text, line, word.Column);
            var name = context.VariableName(line.Value(AsParameter) ?? word, line);
            return () => context.Script.Declare(name, value, context.Stop);
        },
    };
}
