namespace Plotly.NET;

/// <summary>Has the names and the shape of Plotly.NET 5: a union type, its functions in a module beside it.</summary>
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
