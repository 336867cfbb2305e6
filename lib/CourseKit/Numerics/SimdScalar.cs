using System.Numerics;

namespace CourseKit.Numerics;

/// <summary>One element at a time, for CPUs without vector instructions.</summary>
internal readonly unsafe struct SimdScalar<T> : ISimd<T, T>
    where T : unmanaged, INumberBase<T>
{
    public static int Count => 1;

    public static int TileRows => 4;

    public static T Load(T* source) => *source;

    public static void Store(T value, T* target) => *target = value;

    public static T Broadcast(T* source) => *source;

    public static T Add(T x, T y) => x + y;

    public static T MultiplyAdd(T x, T y, T sum) => T.MultiplyAddEstimate(x, y, sum);

    public static T LoadFirst(T* source, int count) => count > 0 ? *source : T.Zero;

    public static void StoreFirst(T value, T* target, int count)
    {
        if (count > 0)
            *target = value;
    }
}
