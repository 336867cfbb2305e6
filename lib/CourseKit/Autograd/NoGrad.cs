namespace CourseKit.Autograd;

/// <summary>
/// While it is open, operations on this thread remember nothing for <see cref="Tensor.Backward"/>: <c>using (NoGrad.Open()) …</c>.
/// </summary>
/// <remarks>For predictions, and for changing weights by hand. As <c>torch.no_grad()</c>.</remarks>
public sealed class NoGrad : IDisposable
{
    [ThreadStatic]
    private static int _open;

    private bool _closed;

    private NoGrad() => _open++;

    internal static bool IsOpen => _open > 0;

    /// <summary>Stops recording until the result is disposed. Scopes can be nested.</summary>
    public static NoGrad Open() => new();

    /// <summary>Goes back to what was before.</summary>
    public void Dispose()
    {
        if (!_closed)
            _open--;
        _closed = true;
    }
}
