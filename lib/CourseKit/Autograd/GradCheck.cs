namespace CourseKit.Autograd;

/// <summary>Compares the gradients that <see cref="Tensor.Backward"/> computes with differences of the function's values.</summary>
/// <example><code>GradCheck.Error(x => Sigmoid(x[0]).Sum(), Tensor.From([0.5, -2.0]))     // about 1e-11</code></example>
public static class GradCheck
{
    /// <summary>ε^⅓: where the error of the formula and that of rounding are about the same.</summary>
    private const double Step = 6e-6;

    /// <summary>
    /// The largest difference |g − d| / max(1, |d|) over all values of all inputs, where g is the gradient and
    /// d = (f(x + h) − f(x − h)) / 2h with h = 6e-6. Below 1e-7 for a correct gradient of a smooth function.
    /// </summary>
    /// <param name="function">A function of the inputs. If its result is no single value, the sum of its values is taken, each with a
    /// weight of its own.</param>
    /// <param name="inputs">float64 tensors at which to compare; they are marked by <see cref="Tensor.RequireGrad"/>.</param>
    /// <exception cref="ArgumentException">An input is float32, in which differences are too coarse.</exception>
    public static double Error(Func<Tensor[], Tensor> function, params Tensor[] inputs)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(inputs);
        foreach (var input in inputs)
        {
            if (input.DType != DType.Float64)
            {
                throw new ArgumentException(
                    $"GradCheck: float64 inputs are required; received {input.DType}. Convert: x.To(DType.Float64).", nameof(inputs));
            }
            input.RequireGrad().ZeroGrad();
        }
        Single(function(inputs)).Backward();

        var error = 0.0;
        foreach (var input in inputs)
        {
            var gradient = input.Grad?.ToDoubles() ?? new double[input.Count];
            for (var i = 0; i < input.Count; i++)
            {
                var difference = Difference(function, inputs, input, i);
                error = Math.Max(error, Math.Abs(gradient[i] - difference) / Math.Max(1, Math.Abs(difference)));
            }
        }
        return error;
    }

    private static double Difference(Func<Tensor[], Tensor> function, Tensor[] inputs, Tensor input, int place)
    {
        using var _ = NoGrad.Open();
        var value = input.Span<double>()[place];
        input.Span<double>()[place] = value + Step;
        var above = Single(function(inputs)).Item();
        input.Span<double>()[place] = value - Step;
        var below = Single(function(inputs)).Item();
        input.Span<double>()[place] = value;
        return (above - below) / (2 * Step);
    }

    // Weights that differ, so that an error in one place cannot hide behind one in another.
    private static Tensor Single(Tensor result)
    {
        if (result.Count == 1)
            return result;
        var weights = new double[result.Count];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = Math.Sin(i + 1) + 0.1;
        return (result * Tensor.From(weights, result.Shape)).Sum();
    }
}
