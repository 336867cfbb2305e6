using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace CourseKit.Testing;

/// <summary>Marks a static method returning <c>IEnumerable&lt;(string Name, Action Trigger)&gt;</c>: each action must throw one of our errors.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ErrorCasesAttribute : Attribute;

/// <summary>Every message that a user can meet, triggered once and read as one text.</summary>
internal static partial class ErrorCatalogue
{
    /// <summary>The messages of all <see cref="ErrorCasesAttribute"/> methods of this assembly, sorted by name.</summary>
    public static string Read()
    {
        var cases = typeof(ErrorCatalogue).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(method => method.GetCustomAttribute<ErrorCasesAttribute>() is not null)
            .SelectMany(method => (IEnumerable<(string Name, Action Trigger)>)method.Invoke(null, null)!)
            .OrderBy(error => error.Name, StringComparer.Ordinal);

        var text = new StringBuilder();
        foreach (var (name, trigger) in cases)
        {
            var error = Record.Exception(trigger) ?? throw new InvalidOperationException($"{name}: nothing was thrown.");
            text.Append(name).Append(" · ").AppendLine(error.GetType().Name);
            text.Append("    ").AppendLine(Parameter().Replace(error.Message, "").ReplaceLineEndings("\n    ")).AppendLine();
        }
        return text.ToString();
    }

    [GeneratedRegex(@" \(Parameter '[^']*'\)")]
    private static partial Regex Parameter();
}
