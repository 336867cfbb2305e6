using System.Text.Json.Serialization;
using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Nn.Losses;
using static System.FormattableString;

namespace CourseKit.Keras.Regularizers;

/// <summary>What holds weights small, by name or as an object: <c>KernelRegularizer = new L2(0.001)</c>.</summary>
/// <remarks>It is part of every loss that is shown, as in Keras, validation's included.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "class_name")]
[JsonDerivedType(typeof(L1), nameof(L1))]
[JsonDerivedType(typeof(L2), nameof(L2))]
[JsonDerivedType(typeof(L1L2), nameof(L1L2))]
public abstract record Regularizer
{
    private static readonly NameTable<Regularizer> Names = new("regularizer",
        ("l1", [], () => new L1()),
        ("l2", [], () => new L2()),
        ("l1_l2", [], () => new L1L2(0.01, 0.01)));

    private protected Regularizer()
    {
    }

    /// <summary>The regularizer of this name, with the strength 0.01.</summary>
    /// <exception cref="ArgumentException">There is none; the nearest one is suggested.</exception>
    public static implicit operator Regularizer(string name) => Names[name];

    /// <summary>Its terms of the loss.</summary>
    internal abstract IEnumerable<Penalty> Of(Tensor weights);

    private protected static double Checked(string where, double strength) => strength >= 0 && double.IsFinite(strength)
        ? strength
        : throw new ArgumentException(Invariant($"{where}: a strength of 0 or more is required; received {strength}."));
}

/// <summary>strength · Σ |w|.</summary>
public sealed record L1 : Regularizer
{
    /// <param name="strength">0 or more. Default 0.01.</param>
    /// <exception cref="ArgumentException">The strength is negative.</exception>
    public L1(double strength = 0.01) => Strength = Checked(nameof(L1), strength);

    /// <summary>What the sum is multiplied by.</summary>
    public double Strength { get; }

    internal override IEnumerable<Penalty> Of(Tensor weights) => [new L1Penalty(weights, Strength)];
}

/// <summary>strength · Σ w².</summary>
public sealed record L2 : Regularizer
{
    /// <param name="strength">0 or more. Default 0.01.</param>
    /// <exception cref="ArgumentException">The strength is negative.</exception>
    public L2(double strength = 0.01) => Strength = Checked(nameof(L2), strength);

    /// <summary>What the sum is multiplied by.</summary>
    public double Strength { get; }

    internal override IEnumerable<Penalty> Of(Tensor weights) => [new L2Penalty([weights], Strength, Dialect.Keras.L2)];
}

/// <summary>l1 · Σ |w| + l2 · Σ w².</summary>
public sealed record L1L2 : Regularizer
{
    /// <param name="l1">0 or more. Default 0.</param>
    /// <param name="l2">0 or more. Default 0.</param>
    /// <exception cref="ArgumentException">A strength is negative.</exception>
    public L1L2(double l1 = 0, double l2 = 0) => (L1, L2) = (Checked(nameof(L1L2), l1), Checked(nameof(L1L2), l2));

    /// <summary>What Σ |w| is multiplied by.</summary>
    public double L1 { get; }

    /// <summary>What Σ w² is multiplied by.</summary>
    public double L2 { get; }

    internal override IEnumerable<Penalty> Of(Tensor weights) => [.. new L1(L1).Of(weights), .. new L2(L2).Of(weights)];
}
