using System.Numerics;
using System.Runtime.CompilerServices;

namespace CourseKit.Autograd;

/// <summary>
/// Gives the arrays of tensors that nobody holds any more to new tensors. A training loop that is written by hand drops some megabytes in
/// every step; without this each of them would be fetched from the operating system, page by page, and the heap would grow until the
/// garbage collector looks through all of it.
/// </summary>
/// <remarks>
/// Who is still held only the garbage collector can tell, so it is asked now and then to look at young objects, which takes a tenth of a
/// millisecond. An array found free is handed out from the next tensor on, not at once: the operation that is being started may still be
/// reading what it took from a tensor that is not mentioned after that. So an operation makes one tensor, and names its inputs at its end.
/// </remarks>
internal static class Recycling
{
    /// <summary>Smaller arrays are left to the garbage collector, which reuses their memory quickly.</summary>
    private const int LeastBytes = 32 * 1024;

    // Larger ones are rare, and few fit the next use.
    private const int MostBytes = 32 << 20;

    // What is handed out at least before the garbage collector is asked again, and so about what lies unused.
    private const long BytesBetweenLooks = 16 << 20;

    [ThreadStatic]
    private static Bin? _own;

    [ThreadStatic]
    private static bool _isStrict;

    /// <summary>
    /// For tests: until the result is disposed, small arrays of this thread are used again, too, each as soon as it can be, and what is
    /// found free is filled with NaN.
    /// </summary>
    internal static StrictScope Strict()
    {
        var scope = new StrictScope(_isStrict);
        _isStrict = true;
        return scope;
    }

    /// <summary>An array of at least so many values, whatever stands in it.</summary>
    /// <param name="count">The values needed.</param>
    /// <param name="owner">As long as this is held, the array is not handed out again.</param>
    public static T[] Take<T>(int count, Storage owner)
        where T : unmanaged
    {
        var bytes = (long)count * Unsafe.SizeOf<T>();
        return bytes > MostBytes || (bytes < LeastBytes && !_isStrict)
            ? GC.AllocateUninitializedArray<T>(count)
            : (_own ??= new()).Take<T>(count, owner);
    }

    /// <summary>Ends <see cref="Strict"/>.</summary>
    internal readonly ref struct StrictScope(bool before)
    {
        public void Dispose() => _isStrict = before;
    }

    /// <summary>The arrays of one thread.</summary>
    private sealed class Bin
    {
        private readonly List<(WeakReference<Storage> Owner, Array Array)> _lent = [];
        private readonly Dictionary<(Type Type, int Length), Stack<Array>> _free = [];
        private readonly Stack<WeakReference<Storage>> _spare = [];
        private long _handedOut, _freeBytes, _next = BytesBetweenLooks;
        private bool _lookAtAll;

        public T[] Take<T>(int count, Storage owner)
            where T : unmanaged
        {
            var length = Rounded(count);
            if (_free.TryGetValue((typeof(T), length), out var arrays) && arrays.TryPop(out var array))
                _freeBytes -= Buffer.ByteLength(array);
            else
                array = GC.AllocateUninitializedArray<T>(length);
            _lent.Add((ReferenceTo(owner), array));
            _handedOut += Buffer.ByteLength(array);
            if (_handedOut > _next || _isStrict)
                Look();
            GC.KeepAlive(owner);
            return (T[])array;
        }

        // Few different lengths, and at most an eighth unused.
        private static int Rounded(int count)
        {
            var step = (int)Math.Max(1, BitOperations.RoundUpToPowerOf2((uint)count) / 16);
            return (count + step - 1) / step * step;
        }

        private WeakReference<Storage> ReferenceTo(Storage owner)
        {
            if (!_spare.TryPop(out var reference))
                return new(owner);
            reference.SetTarget(owner);
            return reference;
        }

        private void Look()
        {
            GC.Collect(_lookAtAll || _isStrict ? GC.MaxGeneration : 1, GCCollectionMode.Forced, blocking: true);
            var (found, held, kept) = (0L, 0L, 0);
            for (var i = 0; i < _lent.Count; i++)
            {
                var (owner, array) = _lent[i];
                if (!owner.TryGetTarget(out _))
                {
                    found += Free(owner, array);
                    continue;
                }
                _lent[kept++] = (owner, array);
                held += Buffer.ByteLength(array);
            }
            _lent.RemoveRange(kept, _lent.Count - kept);

            // Tensors that were still held at two looks and then dropped are no longer young. The more is held, the rarer the looks.
            _lookAtAll = found < _handedOut / 2;
            (_handedOut, _next) = (0, Math.Max(BytesBetweenLooks, held / 2));
            if (_freeBytes > 4 * BytesBetweenLooks)
            {
                _free.Clear();
                _freeBytes = 0;
            }
        }

        private long Free(WeakReference<Storage> owner, Array array)
        {
            _spare.Push(owner);
            if (_isStrict)
                Spoil(array);
            var key = (array.GetType().GetElementType()!, array.Length);
            if (!_free.TryGetValue(key, out var arrays))
                _free[key] = arrays = new();
            arrays.Push(array);
            _freeBytes += Buffer.ByteLength(array);
            return Buffer.ByteLength(array);
        }

        private static void Spoil(Array array)
        {
            if (array is float[] floats)
                Array.Fill(floats, float.NaN);
            else if (array is double[] doubles)
                Array.Fill(doubles, double.NaN);
        }
    }
}
