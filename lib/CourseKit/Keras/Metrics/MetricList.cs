using System.Collections;
using System.Runtime.CompilerServices;

namespace CourseKit.Keras.Metrics;

/// <summary>One metric or several: <c>"accuracy"</c>, <c>["accuracy", new AUC()]</c>.</summary>
[CollectionBuilder(typeof(MetricList), nameof(Create))]
public sealed class MetricList : IReadOnlyList<Metric>
{
    private readonly Metric[] _metrics;

    private MetricList(Metric[] metrics) => _metrics = metrics;

    /// <inheritdoc/>
    public int Count => _metrics.Length;

    /// <inheritdoc/>
    public Metric this[int index] => _metrics[index];

    /// <summary>A single metric.</summary>
    public static implicit operator MetricList(Metric metric) => Create([metric]);

    /// <summary>A single metric by its name.</summary>
    /// <exception cref="ArgumentException">There is none; the nearest one is suggested.</exception>
    public static implicit operator MetricList(string name) => Create([name]);

    /// <summary>Several metrics by their names.</summary>
    /// <exception cref="ArgumentException">There is none of a name; the nearest one is suggested.</exception>
    public static implicit operator MetricList(string[] names) => Create([.. names.Select(name => (Metric)name)]);

    /// <summary>These metrics. As in Keras, a second one of the same name gets a number: <c>precision_1</c>.</summary>
    public static MetricList Create(ReadOnlySpan<Metric> metrics)
    {
        var named = new Metric[metrics.Length];
        for (var i = 0; i < named.Length; i++)
        {
            var (name, number) = (metrics[i].Name, 0);
            while (Array.Exists(named[..i], earlier => earlier.Name == name))
                name = string.Create(CultureInfo.InvariantCulture, $"{metrics[i].Name}_{++number}");
            named[i] = metrics[i] with { Name = name };
        }
        return new MetricList(named);
    }

    /// <inheritdoc/>
    public IEnumerator<Metric> GetEnumerator() => ((IEnumerable<Metric>)_metrics).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
