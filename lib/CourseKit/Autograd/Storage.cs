using System.Buffers;

namespace CourseKit.Autograd;

/// <summary>
/// The numbers behind one or more tensors. Made inside a <see cref="MemoryScope"/>, they are lent and go back when the scope ends;
/// otherwise the arrays of large ones are used again when nobody can read them any more.
/// </summary>
internal sealed class Storage
{
    private Array? _array;

    private Storage(Array? array) => _array = array;

    /// <summary>Wraps an array that the caller gives up.</summary>
    public static Storage Own<T>(T[] array) => new(array);

    /// <summary>Room for <paramref name="count"/> values, whatever stands in it.</summary>
    public static Storage Make<T>(int count)
        where T : unmanaged
    {
        if (MemoryScope.Current is { } scope)
        {
            var lent = new Storage(ArrayPool<T>.Shared.Rent(count));
            scope.Add(lent);
            return lent;
        }
        var storage = new Storage(null);
        storage._array = Recycling.Take<T>(count, storage);
        return storage;
    }

    /// <summary>The array, which may be longer than what is used of it.</summary>
    public T[] Array<T>() => (T[])(_array ?? throw new InvalidOperationException(
        "Tensor: its memory went back at the end of the training step that made it. Keep a copy: call Clone() inside the step."));

    /// <summary>Gives a lent array back; reading it afterwards is an error.</summary>
    public void GiveBack()
    {
        if (_array is float[] floats)
            ArrayPool<float>.Shared.Return(floats);
        else if (_array is double[] doubles)
            ArrayPool<double>.Shared.Return(doubles);
        _array = null;
    }
}
