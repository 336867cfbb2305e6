namespace CourseKit.Autograd;

/// <summary>How a tensor was computed: from what, and how its gradient reaches what it was computed from.</summary>
internal abstract class Node(params Tensor[] inputs)
{
    /// <summary>What the operation read; empty once the graph was used.</summary>
    public Tensor[] Inputs { get; private set; } = inputs;

    /// <summary>Whether a backward pass has used this node up.</summary>
    public bool Used { get; private set; }

    /// <summary>The number of the backward pass that last visited the node.</summary>
    public long Visit { get; set; }

    /// <summary>Adds the part of each input that needs a gradient, given that of the output, which may be overwritten.</summary>
    public abstract void Backward(Tensor output);

    /// <summary>Whether something made of these tensors has to remember how.</summary>
    public static bool Needed(Tensor a) => a.RequiresGrad && !NoGrad.IsOpen;

    /// <inheritdoc cref="Needed(Tensor)"/>
    public static bool Needed(Tensor a, Tensor b) => (a.RequiresGrad || b.RequiresGrad) && !NoGrad.IsOpen;

    /// <summary>Lets go of the inputs and of everything kept for the backward pass.</summary>
    public void Release()
    {
        Inputs = [];
        Used = true;
        ReleaseWorkspace();
    }

    /// <summary>Gives back what the operation kept beside its inputs and its output.</summary>
    protected virtual void ReleaseWorkspace()
    {
    }
}
