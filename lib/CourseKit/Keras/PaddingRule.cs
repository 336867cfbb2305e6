using CourseKit.Numerics;

namespace CourseKit.Keras;

/// <summary>Where a window stops at the edge of an image.</summary>
/// <param name="Name">Keras's name.</param>
/// <param name="Slide">From rows and columns of the image, of the window and of a step.</param>
internal sealed record PaddingRule(string Name, Func<(int, int), (int, int), (int Rows, int Columns), Sliding> Slide)
{
    private static readonly NameTable<PaddingRule> Names = new("padding",
        ("valid", [], () => new("valid", (_, _, step) => new Sliding(step.Rows, step.Columns))),
        ("same", [], () => new("same", Sliding.Same)));

    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static PaddingRule Named(string name) => Names[name];
}
