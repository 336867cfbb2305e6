using CourseKit.Autograd;

namespace CourseKit.Nn.Training;

/// <summary>Finds where a network stops to compute with finite numbers, for the moment when a loss has become NaN or infinite.</summary>
public static class FiniteCheck
{
    private const string Advice =
        "Take a smaller learning rate, scale the inputs to about −1..1, clip the gradients, or look for a logarithm or root of 0.";

    /// <summary>
    /// What is not finite first on the way from the input to the output: the input, or a layer by its name; and what to try. Null if the
    /// output and all before it are finite.
    /// </summary>
    /// <remarks>
    /// Sees the modules that are applied by <see cref="Module.Call"/>. The network computes once more, in evaluation mode, so that nothing
    /// is drawn and nothing remembered.
    /// </remarks>
    /// <param name="model">The network; in the mode in which it was afterwards.</param>
    /// <param name="x">Its input.</param>
    public static string? Explain(Module model, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(x);
        if (!IsFinite(x))
            return "The input is not finite. Look for missing values or a division by 0 where it was made.";
        var (first, input) = FirstNotFinite(model, x);
        if (first is null)
            return null;
        var (name, _) = model.NamedModules().First(entry => ReferenceEquals(entry.Module, first));
        var layer = name.Length == 0 ? $"the network itself ({first.GetType().Name})" : $"\"{name}\" ({first.GetType().Name})";
        return $"The first layer whose output is not finite is {layer}: {Cause(first, input!)}. {Advice}";
    }

    /// <summary>Whether no value is NaN or infinite.</summary>
    internal static bool IsFinite(Tensor tensor)
    {
        for (var i = 0; i < tensor.Count; i++)
            if (!double.IsFinite(tensor.ValueAt(i)))
                return false;
        return true;
    }

    private static string Cause(Module module, Tensor input)
    {
        if (!IsFinite(input))
            return "what reaches it from the function before it is not";
        return module.Parameters().All(IsFinite) ? "its input and its weights are" : "its input is, its weights are not any more";
    }

    private static (Module? Module, Tensor? Input) FirstNotFinite(Module model, Tensor x)
    {
        (Module? Module, Tensor? Input) first = default;
        var modes = model.NamedModules().Select(entry => (entry.Module, entry.Module.IsTraining)).ToList();
        using var _ = NoGrad.Open();
        using var watch = Module.Watch((module, input, output) =>
        {
            if (first.Module is null && !IsFinite(output))
                first = (module, input);
        });
        model.Eval();
        try
        {
            model.Call(x);
        }
        finally
        {
            foreach (var (module, mode) in modes)
                module.IsTraining = mode;
        }
        return first;
    }
}
