using System.Net;
using CourseKit.Autograd;
using CourseKit.Display;

namespace CourseKit.Nn;

/// <summary>A part of a network: a function of tensors with weights of its own.</summary>
/// <remarks>
/// Weights need no registration: every field that holds a tensor marked by <see cref="Tensor.RequireGrad"/>, another module
/// or a list of modules is found, in the order of declaration. Their names are PyTorch's: <c>fc1.weight</c>, <c>0.bias</c> in a
/// <see cref="Sequential"/>, and <c>running_mean</c> for a field <c>runningMean</c> or a property <c>RunningMean</c>.
/// </remarks>
public abstract class Module : RichView
{
    [ThreadStatic]
    private static Action<Module, Tensor, Tensor>? _watch;

    /// <summary>
    /// Whether the module learns at present, which <c>Dropout</c> and <c>BatchNorm</c> ask. Default true; changed by
    /// <see cref="ModuleExtensions.Train"/> and <see cref="ModuleExtensions.Eval"/>.
    /// </summary>
    public bool IsTraining { get; internal set; } = true;

    /// <summary>What the module computes.</summary>
    /// <param name="x">Usually (n, inputs), a row for each example.</param>
    public abstract Tensor Forward(Tensor x);

    /// <summary>Applies the module: the same as <see cref="Forward"/>.</summary>
    /// <param name="x">Usually (n, inputs), a row for each example.</param>
    public Tensor Call(Tensor x)
    {
        var y = Forward(x);
        _watch?.Invoke(this, x, y);
        return y;
    }

    /// <summary>All weights, each once.</summary>
    public IReadOnlyList<Tensor> Parameters() => [.. NamedParameters().Select(entry => entry.Parameter)];

    /// <summary>All weights with the way to them: <c>network.0.weight</c>.</summary>
    public IReadOnlyList<(string Name, Tensor Parameter)> NamedParameters() =>
        [.. ModuleWalk.Of(this).State.Where(entry => entry.Buffer is null).Select(entry => (entry.Name, entry.Tensor))];

    /// <summary>The module itself, under the name <c>""</c>, and all modules in it with the way to them, each once.</summary>
    public IReadOnlyList<(string Name, Module Module)> NamedModules() => ModuleWalk.Of(this).Modules;

    /// <summary>Forgets the gradients of all weights.</summary>
    public void ZeroGrad()
    {
        foreach (var parameter in Parameters())
            parameter.ZeroGrad();
    }

    /// <summary>Copies of all weights and of all tensors marked by <see cref="BufferAttribute"/>, by name.</summary>
    /// <remarks>Differs from PyTorch, whose state dict shares memory with the module and changes when it learns.</remarks>
    public StateDict StateDict() => Nn.StateDict.Of(this);

    /// <summary>Overwrites all weights and buffers by those of the same name.</summary>
    /// <param name="state">Of a module of the same structure; float32 and float64 are converted.</param>
    /// <exception cref="ArgumentException">A name is missing or unknown here, or a shape differs. Nothing was changed then.</exception>
    public void LoadStateDict(StateDict state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.CopyTo(this);
    }

    /// <summary>The module and everything in it as PyTorch prints them, on several lines.</summary>
    public override string ToString() => ModuleText.Of(this);

    /// <inheritdoc/>
    public override string ToText() => ToString();

    /// <inheritdoc/>
    public override string ToHtml() => $"<pre>{WebUtility.HtmlEncode(ToString())}</pre>";

    /// <summary>What stands in parentheses behind the module's name when it is printed, such as its sizes. Default: nothing.</summary>
    protected virtual string ExtraRepr() => "";

    /// <summary>Until the result is disposed, every <see cref="Call"/> on this thread is reported: module, input, output.</summary>
    internal static WatchScope Watch(Action<Module, Tensor, Tensor> seen)
    {
        var scope = new WatchScope(_watch);
        _watch = seen;
        return scope;
    }

    internal string Extra() => ExtraRepr();

    internal Module ShallowCopy() => (Module)MemberwiseClone();

    /// <summary>Ends a <see cref="Watch"/>.</summary>
    internal readonly ref struct WatchScope(Action<Module, Tensor, Tensor>? before)
    {
        public void Dispose() => _watch = before;
    }
}
