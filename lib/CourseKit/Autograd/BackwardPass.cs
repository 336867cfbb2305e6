namespace CourseKit.Autograd;

/// <summary>Walks a graph from its result to its leaves, each node once and after everything that used it.</summary>
internal static class BackwardPass
{
    private static long _lastVisit;

    [ThreadStatic]
    private static List<Tensor>? _order;

    [ThreadStatic]
    private static Stack<(Tensor Tensor, int Next)>? _path;

    /// <summary>Carries the gradient that <paramref name="root"/> already holds to everything it was computed from.</summary>
    public static void Run(Tensor root, bool retainGraph)
    {
        var order = Sorted(root);
        for (var i = order.Count - 1; i >= 0; i--)
        {
            var tensor = order[i];
            if (tensor.HasGradient)
                tensor.Node!.Backward(tensor);
            tensor.DropGradient();
        }
        if (!retainGraph)
        {
            foreach (var tensor in order)
                tensor.Node!.Release();
        }
        order.Clear();
    }

    // Depth first without recursion: a graph may be 100 000 nodes deep.
    private static List<Tensor> Sorted(Tensor root)
    {
        var visit = Interlocked.Increment(ref _lastVisit);
        var order = _order ??= [];
        var path = _path ??= new();
        order.Clear();
        path.Clear();
        Enter(root, visit, path);
        while (path.TryPop(out var step))
        {
            var inputs = step.Tensor.Node!.Inputs;
            if (step.Next == inputs.Length)
            {
                order.Add(step.Tensor);
                continue;
            }
            path.Push((step.Tensor, step.Next + 1));
            Enter(inputs[step.Next], visit, path);
        }
        return order;
    }

    private static void Enter(Tensor tensor, long visit, Stack<(Tensor Tensor, int Next)> path)
    {
        if (tensor.Node is not { } node || node.Visit == visit)
            return;
        if (node.Used)
        {
            throw new InvalidOperationException(
                "Backward: this graph was used by an earlier Backward. Compute the loss again before each one, or pass retainGraph: true.");
        }
        node.Visit = visit;
        path.Push((tensor, 0));
    }
}
