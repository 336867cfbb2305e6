using System.Diagnostics.CodeAnalysis;

namespace CourseKit.Autograd;

/// <summary>The kind of number that a <see cref="Tensor"/> holds and computes in.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "float32 and float64 are what NumPy, Keras and PyTorch call them.")]
public enum DType
{
    /// <summary>32 bits, about 7 decimal digits: what Keras and PyTorch train in.</summary>
    Float32,

    /// <summary>64 bits, about 16 decimal digits: what NumPy and scikit-learn compute in.</summary>
    Float64,
}
