using System.Runtime.CompilerServices;

namespace CourseKit.Numerics;

/// <summary>The first elements of a vector, for CPUs without masked loads and stores.</summary>
internal static unsafe class PartialVector
{
    public static TVector Load<TVector, T>(T* source, int count)
        where TVector : struct
        where T : unmanaged
    {
        if (count * sizeof(T) == Unsafe.SizeOf<TVector>())
            return Unsafe.ReadUnaligned<TVector>(source);
        TVector value = default;
        Unsafe.CopyBlockUnaligned(Unsafe.AsPointer(ref value), source, (uint)(count * sizeof(T)));
        return value;
    }

    public static void Store<TVector, T>(TVector value, T* target, int count)
        where TVector : struct
        where T : unmanaged
    {
        if (count * sizeof(T) == Unsafe.SizeOf<TVector>())
            Unsafe.WriteUnaligned(target, value);
        else
            Unsafe.CopyBlockUnaligned(target, Unsafe.AsPointer(ref value), (uint)(count * sizeof(T)));
    }
}
