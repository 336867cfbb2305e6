using CourseKit.Keras.Layers;

namespace CourseKit.Keras;

/// <summary>Keras's names of layers: <c>dense</c>, <c>dense_1</c>, …, counted in each model from the start.</summary>
internal static class LayerNames
{
    /// <summary>The name of each layer, its own if it has one.</summary>
    /// <exception cref="ArgumentException">Two layers have one name.</exception>
    public static string[] Of(IReadOnlyList<Layer> layers)
    {
        var counts = new Dictionary<string, int>();
        var names = layers.Select(layer => layer.Name ?? Numbered(layer.DefaultName, counts)).ToArray();
        var twice = names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? names
            : throw new ArgumentException($"Sequential: layers with different names are required; \"{twice.Key}\" was given twice. Change one Name.");
    }

    private static string Numbered(string name, Dictionary<string, int> counts)
    {
        var count = counts.GetValueOrDefault(name);
        counts[name] = count + 1;
        return count == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}_{count}");
    }
}
