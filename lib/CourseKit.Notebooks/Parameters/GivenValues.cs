using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Parameters;

/// <summary>What a run is given from outside: values of variables, answers to questions, secrets.</summary>
public sealed record GivenValues
{
    /// <summary>Characters that a secret has at least: to blot out a shorter one would blot out half of every text.</summary>
    public const int ShortestSecret = 4;

    /// <summary>Values by the names of variables in parameters cells.</summary>
    public IReadOnlyDictionary<string, ParameterValue> Parameters { get; init; } = new Dictionary<string, ParameterValue>();

    /// <summary>Answers by the name that <c>@input:name</c> asks for, or by the whole question.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    /// <summary>Secrets by name: parameters and answers that no output shows, not even in parts of another text.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>Sees to it that each parameter is one that at least one of the notebooks has.</summary>
    /// <param name="paths">The files of all that are about to run. Those that cannot be read say so in their turn.</param>
    /// <exception cref="ParameterException">None knows a name.</exception>
    public void Check(IReadOnlyCollection<string> paths)
    {
        if (Parameters.Count == 0)
            return;
        var known = paths.SelectMany(NamesIn).Distinct().ToList();
        foreach (var name in Parameters.Keys.Where(name => !known.Contains(name)))
            throw new ParameterException(known.Count == 0
                ? $"Parameter {name}: a notebook with parameters is required; there is none in {string.Join(", ", paths)}. Mark the cell that declares them with // coursekit: parameters"
                : $"Parameter {name}: unknown.{Suggestion(name, known)} Known: {string.Join(", ", known)}.");
    }

    /// <summary>The session, in which the notebook gets what is given and nobody sees the secrets.</summary>
    internal ISession Into(ISession session, NotebookDocument document)
    {
        if (Parameters.Count + Inputs.Count + Secrets.Count == 0)
            return session;
        var cells = ParameterVariables.Cells(document).Select(entry => entry.Cell.Id).ToHashSet();
        return new GivenSession(session, this, cells);
    }

    /// <summary>What the variables of a parameters cell are given.</summary>
    internal IReadOnlyDictionary<string, ParameterValue> For(string code)
    {
        var given = new Dictionary<string, ParameterValue>();
        foreach (var name in ParameterVariables.Of(code).Select(variable => variable.Declarator.Identifier.ValueText))
            if (Parameters.TryGetValue(name, out var value))
                given[name] = value;
            else if (Secrets.TryGetValue(name, out var secret))
                given[name] = new ParameterValue(secret, IsSecret: true);
        return given;
    }

    /// <summary>The answer to a question; null if none was given.</summary>
    internal string? Answer(SessionEvent.InputRequested question)
    {
        foreach (var answers in (IReadOnlyDictionary<string, string>[])[Inputs, Secrets])
            if (answers.TryGetValue(question.Name ?? question.Prompt, out var answer) || answers.TryGetValue(question.Prompt, out answer))
                return answer;
        return null;
    }

    private static IReadOnlyList<string> NamesIn(string path)
    {
        try
        {
            return ParameterVariables.Names(NotebookFile.Load(path));
        }
        catch (Exception error) when (error is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string Suggestion(string name, IEnumerable<string> known) => NearestName.Of(name, known) is { } nearest ? $" Did you mean \"{nearest}\"?" : "";
}
