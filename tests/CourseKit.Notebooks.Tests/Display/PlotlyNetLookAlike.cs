namespace Plotly.NET;

/// <summary>As Plotly.NET 6 has it: called as the convention says, with a property that is not.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type source) : Attribute
{
    internal Type TypeFormatterSourceType { get; } = source;
}

/// <summary>Has the names and the shape of Plotly.NET: a union type, its functions in a module beside it.</summary>
[TypeFormatterSource(typeof(GenericChart))]
internal abstract class GenericChart
{
    public sealed class Chart(string title) : GenericChart
    {
        public string Title { get; } = title;
    }
}

internal static class GenericChartModule
{
    public static string toFigureJson(GenericChart chart) =>
        chart is GenericChart.Chart { Title: "broken" } ? throw new InvalidOperationException("no trace") : """{"data":[],"layout":{"title":"<b>"}}""";
}
