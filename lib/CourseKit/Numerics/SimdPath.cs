using System.Runtime.Intrinsics;

namespace CourseKit.Numerics;

/// <summary>The vector width to compute with. With fused multiply-add all of them give the same bits.</summary>
internal enum SimdPath
{
    Scalar,
    Vector128,
    Vector256,
    Vector512,
}

internal static class SimdPaths
{
    /// <summary>The widest one that this CPU has instructions for.</summary>
    public static SimdPath Best =>
        Vector512.IsHardwareAccelerated ? SimdPath.Vector512
        : Vector256.IsHardwareAccelerated ? SimdPath.Vector256
        : Vector128.IsHardwareAccelerated ? SimdPath.Vector128
        : SimdPath.Scalar;
}
