using System.Diagnostics.CodeAnalysis;
using CourseKit.Notebooks.Display;
using CourseKit.Notebooks.Sessions.Output;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>What cells may call without any using directive, and the names of kernels.</summary>
[SuppressMessage("Naming", "CA1708", Justification = "display is what existing notebooks call.")]
public sealed class Kernel
{
    private Kernel(string name) => Name = name;

    /// <summary>The kernel that runs the cell.</summary>
    public static Kernel Current { get; } = new("csharp");

    /// <summary>The kernel around all others.</summary>
    public static Kernel Root { get; } = new(".NET");

    /// <summary><c>csharp</c> and so on.</summary>
    public string Name { get; }

    /// <summary>Shows a value below the cell, now.</summary>
    /// <param name="value">Anything; null shows <c>&lt;null&gt;</c>.</param>
    /// <param name="mimeTypes">The representations wanted; none means those the value prefers.</param>
    /// <returns>A handle that can replace what is shown.</returns>
    /// <exception cref="ArgumentException">The value has no representation of that MIME type.</exception>
    public static DisplayedValue display(object? value, params string[] mimeTypes) =>
        new(DisplayBridge.Display.Show(ValueFormatter.Bundle(value, mimeTypes)), mimeTypes);

    /// <summary>Marks text as HTML.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Adds a style sheet to the page.</summary>
    public static void CSS(string content) => DisplayBridge.Display.Show(Scripts.Stylesheet(content));

    /// <summary>Runs a script in the page.</summary>
    public static void Javascript(string content) => DisplayBridge.Display.Show(Scripts.Script(content));

    /// <summary>Asks for a line of text.</summary>
    /// <param name="prompt">What to ask.</param>
    /// <param name="typeHint"><c>password</c> hides what is typed.</param>
    /// <exception cref="InvalidOperationException">The notebook runs where nobody can answer.</exception>
    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") =>
        DisplayBridge.Display.Input.AskAsync(prompt, isSecret: typeHint == "password");

    /// <summary>Asks for a word that is not shown.</summary>
    /// <inheritdoc cref="GetInputAsync"/>
    public static async Task<PasswordString> GetPasswordAsync(string prompt = "") =>
        new(await DisplayBridge.Display.Input.AskAsync(prompt, isSecret: true).ConfigureAwait(false));
}

/// <summary>The running cell.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "Notebooks call these on KernelInvocationContext.Current.")]
public sealed class KernelInvocationContext
{
    private KernelInvocationContext()
    {
    }

    /// <summary>The running cell's.</summary>
    public static KernelInvocationContext Current { get; } = new();

    /// <summary>The kernel that runs it.</summary>
    public Kernel HandlingKernel => Kernel.Current;

    /// <summary>Cancelled when the calling code's cell is to stop.</summary>
    public CancellationToken CancellationToken => CellScope.Current.Stop;

    /// <inheritdoc cref="Kernel.display"/>
    public DisplayedValue Display(object? value, params string[] mimeTypes) => Kernel.display(value, mimeTypes);

    /// <inheritdoc cref="DisplayExtensions.DisplayAs"/>
    public DisplayedValue DisplayAs(string value, string mimeType) => value.DisplayAs(mimeType);
}

/// <summary>A word that shows itself as stars.</summary>
/// <param name="password">The word.</param>
public sealed class PasswordString(string password)
{
    /// <summary>The word itself.</summary>
    public string GetClearTextPassword() => password;

    /// <summary>Twelve stars, however long the word is.</summary>
    public override string ToString() => new('*', 12);
}
