using System.Buffers;

namespace CourseKit.Autograd;

/// <summary>A node that keeps a rented array from the operation until its graph has been used.</summary>
/// <param name="rented">From the shared pool, where it goes back.</param>
/// <param name="inputs">What the operation read.</param>
internal abstract class RentingNode<TValue>(TValue[] rented, params Tensor[] inputs) : Node(inputs)
{
    private TValue[]? _rented = rented;

    /// <summary>What was kept; at least as long as was asked for.</summary>
    protected TValue[] Rented => _rented!;

    /// <inheritdoc/>
    protected override void ReleaseWorkspace()
    {
        if (_rented is not null)
            ArrayPool<TValue>.Shared.Return(_rented);
        _rented = null;
    }
}
