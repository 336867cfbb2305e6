using CourseKit.Autograd;

namespace CourseKit.Nn;

/// <summary>What a module has learned, by name: what PyTorch calls its <c>state_dict()</c>, same names, shapes, order.</summary>
/// <example><code>
/// net.StateDict().Save("net.safetensors");                      // Python: safetensors.torch.load_file("net.safetensors")
/// net.LoadStateDict(StateDict.Load("net.safetensors"));
/// </code></example>
public sealed class StateDict
{
    private readonly HashSet<string> _counts;

    /// <summary>Puts tensors together; nothing is copied.</summary>
    /// <param name="tensors">By the name of the weight or buffer.</param>
    public StateDict(IReadOnlyDictionary<string, Tensor> tensors)
        : this(tensors, [])
    {
    }

    private StateDict(IReadOnlyDictionary<string, Tensor> tensors, IEnumerable<string> counts)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        (Tensors, _counts) = (tensors, [.. counts]);
    }

    /// <summary>All tensors by name, those of a module in the order of declaration.</summary>
    public IReadOnlyDictionary<string, Tensor> Tensors { get; }

    /// <summary>The tensor of this name.</summary>
    /// <param name="name">Such as <c>fc1.weight</c>.</param>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Tensor this[string name] => Tensors.TryGetValue(name, out var tensor)
        ? tensor
        : throw new KeyNotFoundException($"StateDict: {KnownNames.Unknown("tensor", name, [.. Tensors.Keys])}");

    /// <summary>Reads a file that was written by <see cref="Save"/>, or in Python by <c>safetensors.torch.save_file</c>.</summary>
    /// <exception cref="InvalidDataException">It is damaged or no such file; the message says where it goes wrong.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static StateDict Load(string path)
    {
        var file = SafeTensorsFile.Load(path);
        return new StateDict(file.Tensors, file.Integers);
    }

    /// <summary>Writes a file in the <c>.safetensors</c> format, over one that exists.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) =>
        new SafeTensorsFile(Tensors, new Dictionary<string, string> { ["format"] = "pt" }) { Integers = _counts }.Save(path);

    /// <summary>Names and shapes, a line for each tensor.</summary>
    public override string ToString() =>
        string.Join('\n', Tensors.Select(entry => $"{entry.Key} {entry.Value.Shape} {NameOf(entry.Value.DType)}"));

    internal static StateDict Of(Module module)
    {
        var tensors = new OrderedDictionary<string, Tensor>();
        var counts = new List<string>();
        foreach (var (name, tensor, buffer) in ModuleWalk.Of(module).State)
        {
            tensors.Add(name, tensor.Clone());
            if (buffer is { IsCount: true })
                counts.Add(name);
        }
        return new StateDict(tensors, counts);
    }

    internal void CopyTo(Module module)
    {
        var own = ModuleWalk.Of(module).State;
        var unknown = Tensors.Keys.Except(own.Select(entry => entry.Name)).ToArray();
        var missing = own.Select(entry => entry.Name).Where(name => !Tensors.ContainsKey(name)).ToArray();
        if (unknown.Length + missing.Length > 0)
        {
            throw new ArgumentException(
                $"LoadStateDict: the names of {module.GetType().Name} are required; missing: {Listed(missing)}; "
                + $"unknown: {Listed(unknown)}. Build the module as it was when it was saved.");
        }
        foreach (var (name, tensor, _) in own)
        {
            if (Tensors[name].Shape != tensor.Shape)
            {
                throw new ArgumentException(
                    $"LoadStateDict: {name} {tensor.Shape} is required; received {Tensors[name].Shape}. "
                    + "Build the module with the sizes that it had when it was saved.");
            }
        }
        foreach (var (name, tensor, _) in own)
            tensor.CopyFrom(Tensors[name].To(tensor.DType));
    }

    private static string NameOf(DType dtype) => dtype == DType.Float32 ? "float32" : "float64";

    private static string Listed(string[] names) => names.Length == 0 ? "none" : string.Join(", ", names);
}
