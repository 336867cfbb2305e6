using CourseKit.Nn.Losses;

namespace CourseKit.Keras.Losses;

/// <summary>From which numbers cross-entropies are computed: from the scores before the network's last function.</summary>
internal static class Crossentropies
{
    /// <exception cref="ArgumentException">The network was to end with softmax and does not.</exception>
    public static LossPlan Categorical(Loss loss, bool fromLogits, ActivationFunction? final) =>
        fromLogits ? new(new CrossEntropyLoss()) : new(new CrossEntropyLoss(), EndsWith("softmax", loss, final));

    /// <exception cref="ArgumentException">The network was to end with sigmoid and does not.</exception>
    public static LossPlan Binary(Loss loss, bool fromLogits, ActivationFunction? final) =>
        fromLogits ? new(new BinaryCrossEntropyLoss()) : new(new BinaryCrossEntropyLoss(), EndsWith("sigmoid", loss, final));

    private static bool EndsWith(string function, Loss loss, ActivationFunction? final)
    {
        if (final?.Name == function)
            return true;
        throw new ArgumentException(
            $"{loss.Name}: a network that ends with {function} is required; this one ends with {final?.Name ?? "no activation"}. "
            + $"Give the last layer the activation \"{function}\", or take the loss with FromLogits: true.");
    }
}
