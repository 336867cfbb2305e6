using System.Runtime.Intrinsics;

namespace CourseKit.Numerics;

/// <summary>The vector width that <see cref="Gemm"/> computes with. With fused multiply-add all paths give the same bits.</summary>
internal enum GemmPath
{
    Scalar,
    Vector128,
    Vector256,
    Vector512,
}

internal static class GemmPaths
{
    /// <summary>The widest one that this CPU has instructions for.</summary>
    public static GemmPath Best { get; } =
        Vector512.IsHardwareAccelerated ? GemmPath.Vector512
        : Vector256.IsHardwareAccelerated ? GemmPath.Vector256
        : Vector128.IsHardwareAccelerated ? GemmPath.Vector128
        : GemmPath.Scalar;
}
