using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Approval;

/// <summary>The approved outputs of one cell.</summary>
/// <param name="Number">One-based position among all cells of the notebook when it was approved; the cell may have moved since.</param>
/// <param name="Id">Its id, which is made of its code.</param>
/// <param name="Blocks">What it put out.</param>
internal sealed record ApprovedCell(int Number, string Id, IReadOnlyList<OutputBlock> Blocks)
{
    public IReadOnlyList<OutputBlock> Blocks { get; init => field = ValueList.From(value); } = ValueList.From(Blocks);
}
