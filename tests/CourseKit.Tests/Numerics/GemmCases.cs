using System.Numerics;
using CourseKit.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CourseKit.Tests.Numerics;

/// <summary>Random products for the laws of <see cref="Gemm"/>, the same ones in every run.</summary>
internal static class GemmCases
{
    private static readonly Gen<int> Sizes = Gen.Frequency((1, Gen.Choose(0, 1)), (3, Gen.Choose(2, 20)), (4, Gen.Choose(21, 75)));

    private const float Tiny = 1f / 4096;

    /// <summary>Nothing, one, the edges of every tile, all forms, and inner dimensions of several slices.</summary>
    public static Arbitrary<GemmCase> Shapes { get; } = (
        from m in Sizes
        from n in Sizes
        from k in Gen.Frequency((4, Sizes), (1, Gen.Choose(250, 1100)))
        from form in Gen.Choose(0, 7)
        from seed in Gen.Choose(0, int.MaxValue)
        select new GemmCase(Formed(m, n, k, form), seed)).ToArbitrary();

    public static IEnumerable<SimdPath> Paths => Enum.GetValues<SimdPath>();

    /// <summary>Whether x · y + z is rounded once: (1 + 2⁻¹²)(1 − 2⁻¹²) − 1 = −2⁻²⁴, which rounding the product loses.</summary>
    public static bool IsFused => float.MultiplyAddEstimate(1 + Tiny, 1 - Tiny, -1) != 0;

    public static void ForAll(int count, Action<GemmCase> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20241, 77), Prop.ForAll(Shapes, law));

    public static GemmShape Formed(int m, int n, int k, int form) =>
        new(m, n, k) { TransposeA = (form & 1) != 0, TransposeB = (form & 2) != 0, Accumulate = (form & 4) != 0 };
}

/// <param name="Shape">The product.</param>
/// <param name="Seed">Of its numbers.</param>
internal sealed record GemmCase(GemmShape Shape, int Seed)
{
    /// <summary>Whole numbers up to 8, whose products and sums are exact in any order.</summary>
    public Operands<T> Exact<T>()
        where T : struct, INumber<T> => Operands<T>.Draw(Shape, Seed, random => random.Next(-8, 9));

    public Operands<T> Real<T>()
        where T : struct, INumber<T> => Operands<T>.Draw(Shape, Seed, random => (2 * random.NextDouble()) - 1);
}

internal sealed record Operands<T>(T[] A, T[] B, T[] C, GemmShape Shape)
    where T : struct, INumber<T>
{
    public static Operands<T> Draw(GemmShape shape, int seed, Func<Random, double> draw)
    {
        var random = new Random(seed);
        return new(Values(shape.M * shape.K), Values(shape.K * shape.N), Values(shape.M * shape.N), shape);

        T[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked(draw(random)))];
    }

    public T[] Reference()
    {
        T[] c = [.. C];
        GemmReference.Multiply<T>(A, B, c, Shape);
        return c;
    }

    public T[] Fast(SimdPath path, int threads = 1)
    {
        T[] c = [.. C];
        Gemm.Multiply<T>(A, B, c, Shape, new GemmOptions { Path = path, Threads = threads });
        return c;
    }

    /// <summary>|A| · |B| + |C|, to which the rounding errors are relative.</summary>
    public T[] Magnitude() =>
        new Operands<T>([.. A.Select(T.Abs)], [.. B.Select(T.Abs)], [.. C.Select(T.Abs)], Shape).Reference();
}
