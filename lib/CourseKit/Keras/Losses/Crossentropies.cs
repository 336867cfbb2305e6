using CourseKit.Nn.Losses;

namespace CourseKit.Keras.Losses;

/// <summary>From which numbers cross-entropies are computed.</summary>
internal static class Crossentropies
{
    public static LossPlan Categorical(bool fromLogits, ActivationFunction? final) => new(new CrossEntropyLoss(), !fromLogits);
}
