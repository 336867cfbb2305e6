namespace CourseKit.Nn;

/// <summary>What modules do and return themselves, or a copy, under their own type.</summary>
public static class ModuleExtensions
{
    /// <summary>Puts the module and all modules in it to learning: <c>Dropout</c> drops, <c>BatchNorm</c> measures its batch.</summary>
    /// <param name="module">The module.</param>
    /// <param name="mode">false is the same as <see cref="Eval"/>. Default true.</param>
    /// <returns>The module itself.</returns>
    public static T Train<T>(this T module, bool mode = true)
        where T : Module
    {
        ArgumentNullException.ThrowIfNull(module);
        foreach (var (_, part) in module.NamedModules())
            part.IsTraining = mode;
        return module;
    }

    /// <summary>
    /// Puts the module and all modules in it to predicting: <c>Dropout</c> drops nothing, <c>BatchNorm</c> uses what it remembers.
    /// </summary>
    /// <returns>The module itself.</returns>
    public static T Eval<T>(this T module)
        where T : Module => module.Train(false);

    /// <summary>
    /// A copy with weights, buffers and modules of its own: what Python's <c>copy.deepcopy</c> makes of a module. Gradients are not
    /// copied, and other objects that fields refer to are shared.
    /// </summary>
    /// <exception cref="NotSupportedException">A field holds modules in another collection than an array or a list.</exception>
    public static T Clone<T>(this T module)
        where T : Module
    {
        ArgumentNullException.ThrowIfNull(module);
        return (T)new ModuleCopy().Of(module);
    }
}
