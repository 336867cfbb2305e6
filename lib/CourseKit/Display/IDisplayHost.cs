using System.Reflection;

namespace CourseKit.Display;

/// <summary>Whatever shows values; found anew at each use, because a library may be loaded before its host is ready.</summary>
internal interface IDisplayHost
{
    /// <summary>Shows <paramref name="value"/> and returns what replaces it.</summary>
    Action<object> Show(string id, object value);

    /// <summary>The writer of the running cell's output.</summary>
    TextWriter Log();
}

/// <summary>A host that has put its delegates into <see cref="AppContext"/>: this project's session.</summary>
internal sealed class DelegateHost(IReadOnlyDictionary<string, Delegate> delegates) : IDisplayHost
{
    public static DelegateHost? Find() =>
        AppContext.GetData(Notebook.HostKey) is IReadOnlyDictionary<string, Delegate> delegates ? new DelegateHost(delegates) : null;

    public Action<object> Show(string id, object value)
    {
        Get<Action<string, object>>("show")(id, value);
        return newValue => Get<Action<string, object>>("update")(id, newValue);
    }

    public TextWriter Log() => Get<Func<TextWriter>>("log")();

    private T Get<T>(string name) where T : Delegate =>
        delegates.GetValueOrDefault(name) as T ?? throw new InvalidOperationException(
            $"{Notebook.HostKey}: a host must offer \"{name}\" as {Signature(typeof(T))}; " +
            $"this one offers {Signature(delegates.GetValueOrDefault(name)?.GetType())}. Use the library and the runner of one release.");

    private static string Signature(Type? type) =>
        type is null ? "nothing"
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(t => t.Name))}>"
        : type.Name;
}

/// <summary>.NET Interactive (Polyglot Notebooks), by reflection: <c>KernelInvocationContext.Current.Display(value)</c>.</summary>
/// <remarks>Not <c>value.Display()</c>: since June 2025 that returns a handle whose updates address nothing.</remarks>
internal sealed class InteractiveHost(object context) : IDisplayHost
{
    private const string ContextType = "Microsoft.DotNet.Interactive.KernelInvocationContext";

    public static InteractiveHost? Find()
    {
        var type = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(ContextType)).FirstOrDefault(t => t is not null);
        var context = type?.GetProperty("Current", BindingFlags.Public | BindingFlags.Static)?.GetValue(null);
        return context is null ? null : new InteractiveHost(context);
    }

    public Action<object> Show(string id, object value)
    {
        var shown = Method(context, "Display", typeof(object), typeof(string[])).Invoke(context, [value, Array.Empty<string>()]);
        return shown is null
            ? newValue => Show(id, newValue)
            : newValue => Method(shown, "Update", typeof(object)).Invoke(shown, [newValue]);
    }

    public TextWriter Log() => Console.Out;

    private static MethodInfo Method(object target, string name, params Type[] parameters) =>
        target.GetType().GetMethod(name, parameters) ?? throw new MissingMethodException(target.GetType().FullName, name);
}

/// <summary>Neither host: plain text on standard output, one below the other.</summary>
internal sealed class TextHost : IDisplayHost
{
    public static TextHost Instance { get; } = new();

    public Action<object> Show(string id, object value)
    {
        Write(value);
        return Write;
    }

    public TextWriter Log() => Console.Out;

    private static void Write(object value) => Console.Out.WriteLine(value switch
    {
        RichView view => view.ToText(),
        IReadOnlyDictionary<string, object> bundle => bundle.GetValueOrDefault(MimeTypes.PlainText) ?? string.Join(", ", bundle.Keys),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    });
}
