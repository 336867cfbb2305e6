namespace CourseKit.Torch;

/// <summary>
/// Drops values in training: <c>torch.nn.Dropout</c>, which takes two words for each value from the stream of
/// <see cref="Torch.ManualSeed"/>.
/// </summary>
/// <param name="p">The share that is dropped, 0..1. Default 0.5.</param>
/// <exception cref="ArgumentOutOfRangeException">p is no share.</exception>
// torch keeps a value where its number is below 1 − p; the layer drops one where it is below p.
public sealed class Dropout(double p = 0.5) : Nn.Layers.Dropout(p, () => 1 - Torch.StreamOf(null).NextUniform<double>());
