namespace CourseKit.Data;

/// <summary>One example in the form that ML.NET takes: <c>mlContext.Data.LoadFromEnumerable(dataset.Rows())</c>.</summary>
/// <remarks>ML.NET wants to be told the length of <see cref="Features"/>: a SchemaDefinition with a vector column of d floats.</remarks>
public sealed class LabelledRow
{
    /// <summary>The raw values (d).</summary>
    public float[] Features { get; set; } = [];

    /// <summary>The label, 0 … k − 1.</summary>
    public uint Label { get; set; }
}
