namespace CourseKit.Learn;

public abstract partial class MultilayerPerceptron
{
    /// <summary>
    /// All settings by scikit-learn's names, enumerations as its strings: <c>hidden_layer_sizes</c>, <c>activation</c> → <c>"relu"</c>,
    /// ….
    /// </summary>
    public IReadOnlyDictionary<string, object?> GetParams() =>
        Setting.All.ToDictionary(setting => setting.Name, setting => setting.Get(this));

    /// <summary>Changes settings by name: <c>mlp.SetParams(("activation", "tanh"), ("alpha", 1e-3))</c>.</summary>
    /// <param name="settings">Names as in scikit-learn or as the properties here; values as the properties take them, or enumerations
    /// as strings.</param>
    /// <exception cref="ArgumentException">A name does not exist (the nearest one is suggested), or a value is of another kind.</exception>
    public void SetParams(params ReadOnlySpan<(string Name, object? Value)> settings)
    {
        foreach (var (name, value) in settings)
            Setting.Named($"{Name}.SetParams", name).Set(this, value, $"{Name}.SetParams");
    }
}
