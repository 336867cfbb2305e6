using CourseKit.Numerics;

namespace CourseKit.Data.StandIns;

/// <summary>One piece of clothing: random measures of its kind, painted through a random warp.</summary>
internal sealed class Garment(MersenneTwister random, Canvas canvas)
{
    private static readonly WarpAmount Amount = new(Slant: 0.12, Turn: 0.1, Stretch: 0.2, Elastic: 0.1);

    private readonly Warp _warp = new(random, Amount);
    private readonly double _ink = random.Uniform(0.35, 1);

    public void Paint(int label)
    {
        switch (label)
        {
            case 0: PaintTop(sleeve: Between(0.12, 0.6), length: Between(1.2, 1.65), opening: 0, collar: 0); break;
            case 1: PaintTrouser(); break;
            case 2: PaintTop(sleeve: Between(0.65, 1), length: Between(1.2, 1.65), opening: 0, collar: 0); break;
            case 3: PaintDress(); break;
            case 4: PaintTop(sleeve: Between(0.68, 1), length: Between(1.3, 1.75), Between(0.05, 0.6), Between(0, 0.4)); break;
            case 5: PaintSandal(); break;
            case 6: PaintTop(sleeve: Between(0.3, 1), length: Between(1.2, 1.7), Between(0, 0.3), Between(0.1, 0.6)); break;
            case 7: PaintSneaker(); break;
            case 8: PaintBag(); break;
            default: PaintBoot(); break;
        }
    }

    /// <summary>T-shirt, pullover, coat and shirt: they differ in sleeves, length, opening and collar, and the ranges overlap.</summary>
    private void PaintTop(double sleeve, double length, double opening, double collar)
    {
        const double Top = -0.85;
        var (shoulder, hem, neck, depth) = (Between(0.4, 0.52), Between(0.36, 0.54), Between(0.12, 0.22), Between(0.03, 0.2));
        var (out_, cuff) = (Between(0.12, 0.34), Between(0.11, 0.17));
        var bottom = Top + length;
        var (elbow, wrist) = (shoulder + out_ * sleeve, Top + 0.15 + 1.35 * sleeve);
        FillBoth(_ink, (shoulder - 0.06, Top + 0.06), (elbow + cuff, wrist - 0.08), (elbow - cuff, wrist), (shoulder - 0.14, Top + 0.55));
        Fill(_ink, (-neck, Top), (0, Top + depth), (neck, Top), (shoulder, Top + 0.1), (shoulder - 0.06, Top + 0.6), (hem, bottom),
            (-hem, bottom), (-shoulder + 0.06, Top + 0.6), (-shoulder, Top + 0.1));
        if (opening > 0)
            Fill(_ink * (1 - opening), (-0.035, Top + depth), (0.035, Top + depth), (0.035, bottom), (-0.035, bottom));
        if (collar > 0)
            FillBoth(_ink * (1 - collar), (neck, Top - 0.04), (neck + 0.07, Top + 0.04), (0.02, Top + depth + 0.16), (0, Top + depth));
    }

    private void PaintTrouser()
    {
        var (waist, hip, hem) = (Between(0.22, 0.34), Between(0.28, 0.4), Between(0.12, 0.24));
        var (gap, crotch) = (Between(-0.1, 0.1), Between(-0.35, 0.3));
        FillBoth(_ink, (0, -0.9), (waist, -0.9), (hip, -0.5), (gap + hem, 0.92), (gap, 0.92), (0, crotch));
    }

    private void PaintDress()
    {
        var (shoulder, waist, hem) = (Between(0.2, 0.44), Between(0.16, 0.4), Between(0.26, 0.55));
        var (middle, sleeve) = (Between(-0.3, 0.0), Between(-0.4, 0.8));
        FillBoth(_ink, (0, -0.75), (shoulder * 0.5, -0.92), (shoulder, -0.85), (waist, middle), (hem, 0.92), (0, 0.92));
        if (sleeve > 0)
            FillBoth(_ink, (shoulder - 0.08, -0.88), (shoulder + 0.12 + 0.2 * sleeve, -0.75 + sleeve),
                (shoulder + 0.2 * sleeve, -0.7 + sleeve), (shoulder - 0.1, -0.4));
    }

    private void PaintSandal()
    {
        var (heel, sole, toe) = (Between(0.0, 0.55), Between(0.08, 0.18), Between(0.4, 0.55));
        Fill(_ink, (-0.9, toe - sole), (0.2, toe - sole - heel * 0.5), (0.85, toe - sole - heel), (0.85, toe), (0.6, toe),
            (0.55, toe - heel * 0.7), (0, toe), (-0.9, toe));
        for (var strap = 0; strap < 3; strap++)
        {
            var (x, width, high) = (-0.7 + 0.5 * strap + Between(0, 0.2), Between(0.07, 0.4), Between(0.15, 0.6));
            var floor = toe - sole - heel * Math.Max(0, x + 0.3) * 0.7;
            Fill(_ink * Between(0.6, 1), (x, floor), (x + 0.15, floor - high), (x + 0.15 + width, floor - high), (x + width, floor));
        }
    }

    private void PaintSneaker()
    {
        var (collar, toe, sole) = (Between(-0.55, 0.0), Between(0.05, 0.3), Between(0.06, 0.15));
        Fill(_ink, (-0.92, 0.5), (-0.9, toe + 0.1), (-0.6, toe), (0, collar + 0.2), (0.2, collar), (0.75, collar - 0.05),
            (0.9, collar + 0.25), (0.92, 0.5));
        Fill(Math.Min(1, _ink * Between(0.5, 1.4)), (-0.93, 0.5 - sole), (0.93, 0.5 - sole), (0.93, 0.52), (-0.93, 0.52));
    }

    private void PaintBoot()
    {
        var (shaft, toe, heel, back) = (Between(-0.9, -0.2), Between(0.2, 0.42), Between(0, 0.3), Between(0.55, 0.75));
        Fill(_ink, (-0.85, 0.75), (-0.85, toe + 0.1), (-0.5, toe), (-0.05, 0), (0, shaft), (back, shaft), (back + 0.05, 0.3),
            (back + 0.1, 0.75), (0.3, 0.75), (0.25, 0.75 - heel), (0, 0.75));
    }

    private void PaintBag()
    {
        var (top, wide, narrow) = (Between(-0.65, 0.0), Between(0.5, 0.9), Between(0.5, 0.85));
        var (handle, grip) = (Between(0.1, 0.5), Between(0.2, 0.5));
        FillBoth(_ink * Between(0.6, 1), (grip, top + 0.05), (grip + 0.1, top + 0.05), (grip + 0.05, top - handle - 0.1),
            (0, top - handle - 0.1), (0, top - handle), (grip - 0.05, top - handle));
        Fill(_ink, (-narrow, top), (narrow, top), (wide, Between(0.6, 0.9)), (-wide, Between(0.6, 0.9)));
        Fill(_ink * Between(0.6, 1), (-narrow, top), (narrow, top), (narrow * 0.9, top + 0.25), (-narrow * 0.9, top + 0.25));
    }

    private double Between(double low, double high) => random.Uniform(low, high);

    private void FillBoth(double ink, params ReadOnlySpan<(double X, double Y)> half)
    {
        Span<(double X, double Y)> mirrored = stackalloc (double, double)[half.Length];
        for (var i = 0; i < half.Length; i++)
            mirrored[i] = (-half[i].X, half[i].Y);
        Fill(ink, half);
        Fill(ink, mirrored);
    }

    private void Fill(double ink, params ReadOnlySpan<(double X, double Y)> corners)
    {
        Span<Point> polygon = stackalloc Point[corners.Length];
        for (var i = 0; i < corners.Length; i++)
        {
            var (x, y) = _warp.Source(corners[i].X, corners[i].Y);
            polygon[i] = new Point(x, y);
        }
        canvas.Fill(polygon, ink);
    }
}
