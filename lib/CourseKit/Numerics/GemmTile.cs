using System.Runtime.CompilerServices;

namespace CourseKit.Numerics;

/// <summary>The innermost loop: a tile of C, rows × (one or two vectors), whose sums stay in registers while k runs.</summary>
/// <remarks>
/// Per k: one row of B (one or two vectors), times each of up to 12 elements of a column of A. How many rows and vectors a variant has is
/// a constant to the JIT, and what it does not have vanishes. Each element of C is one chain of multiply-adds in the order of k, whatever
/// the tile, so that how a product is cut never shows in its bits.
/// </remarks>
internal static unsafe class GemmTile<TSimd, TVector, T>
    where TSimd : struct, ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>Computes one tile.</summary>
    /// <typeparam name="TRows">4, 6, 8 or 12.</typeparam>
    /// <typeparam name="TVectors">1 or 2.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Multiply<TRows, TVectors>(in TileOperands<T> tile)
        where TRows : struct, IConstant
        where TVectors : struct, IConstant
    {
        nint step = tile.ARowStep, step2 = 2 * step, aStep = tile.AStep, bStep = tile.BStep;
        T* a0 = tile.A, a3 = a0 + (3 * step), a6 = a3 + (3 * step), a9 = a6 + (3 * step), b = tile.B;
        var two = TVectors.Value == 2;
        TVector c0 = default, d0 = default, c1 = default, d1 = default, c2 = default, d2 = default, c3 = default, d3 = default;
        TVector c4 = default, d4 = default, c5 = default, d5 = default, c6 = default, d6 = default, c7 = default, d7 = default;
        TVector c8 = default, d8 = default, c9 = default, d9 = default, c10 = default, d10 = default, c11 = default, d11 = default;

        for (var k = tile.K; k > 0; k--)
        {
            TVector y = TSimd.Load(b), z = two ? TSimd.Load(b + TSimd.Count) : default, x;
            x = TSimd.Broadcast(a0); c0 = TSimd.MultiplyAdd(x, y, c0); if (two) d0 = TSimd.MultiplyAdd(x, z, d0);
            x = TSimd.Broadcast(a0 + step); c1 = TSimd.MultiplyAdd(x, y, c1); if (two) d1 = TSimd.MultiplyAdd(x, z, d1);
            x = TSimd.Broadcast(a0 + step2); c2 = TSimd.MultiplyAdd(x, y, c2); if (two) d2 = TSimd.MultiplyAdd(x, z, d2);
            x = TSimd.Broadcast(a3); c3 = TSimd.MultiplyAdd(x, y, c3); if (two) d3 = TSimd.MultiplyAdd(x, z, d3);
            if (TRows.Value > 4)
            {
                x = TSimd.Broadcast(a3 + step); c4 = TSimd.MultiplyAdd(x, y, c4); if (two) d4 = TSimd.MultiplyAdd(x, z, d4);
                x = TSimd.Broadcast(a3 + step2); c5 = TSimd.MultiplyAdd(x, y, c5); if (two) d5 = TSimd.MultiplyAdd(x, z, d5);
            }
            if (TRows.Value > 6)
            {
                x = TSimd.Broadcast(a6); c6 = TSimd.MultiplyAdd(x, y, c6); if (two) d6 = TSimd.MultiplyAdd(x, z, d6);
                x = TSimd.Broadcast(a6 + step); c7 = TSimd.MultiplyAdd(x, y, c7); if (two) d7 = TSimd.MultiplyAdd(x, z, d7);
            }
            if (TRows.Value > 8)
            {
                x = TSimd.Broadcast(a6 + step2); c8 = TSimd.MultiplyAdd(x, y, c8); if (two) d8 = TSimd.MultiplyAdd(x, z, d8);
                x = TSimd.Broadcast(a9); c9 = TSimd.MultiplyAdd(x, y, c9); if (two) d9 = TSimd.MultiplyAdd(x, z, d9);
                x = TSimd.Broadcast(a9 + step); c10 = TSimd.MultiplyAdd(x, y, c10); if (two) d10 = TSimd.MultiplyAdd(x, z, d10);
                x = TSimd.Broadcast(a9 + step2); c11 = TSimd.MultiplyAdd(x, y, c11); if (two) d11 = TSimd.MultiplyAdd(x, z, d11);
            }
            b += bStep;
            a0 += aStep;
            a3 += aStep;
            a6 += aStep;
            a9 += aStep;
        }

        T* c = tile.C, d = c + TSimd.Count;
        var row = tile.CRowStep;
        if (tile.Accumulate)
        {
            c0 = TSimd.Add(TSimd.Load(c + (0 * row)), c0); if (two) d0 = TSimd.Add(TSimd.Load(d + (0 * row)), d0);
            c1 = TSimd.Add(TSimd.Load(c + (1 * row)), c1); if (two) d1 = TSimd.Add(TSimd.Load(d + (1 * row)), d1);
            c2 = TSimd.Add(TSimd.Load(c + (2 * row)), c2); if (two) d2 = TSimd.Add(TSimd.Load(d + (2 * row)), d2);
            c3 = TSimd.Add(TSimd.Load(c + (3 * row)), c3); if (two) d3 = TSimd.Add(TSimd.Load(d + (3 * row)), d3);
            if (TRows.Value > 4)
            {
                c4 = TSimd.Add(TSimd.Load(c + (4 * row)), c4); if (two) d4 = TSimd.Add(TSimd.Load(d + (4 * row)), d4);
                c5 = TSimd.Add(TSimd.Load(c + (5 * row)), c5); if (two) d5 = TSimd.Add(TSimd.Load(d + (5 * row)), d5);
            }
            if (TRows.Value > 6)
            {
                c6 = TSimd.Add(TSimd.Load(c + (6 * row)), c6); if (two) d6 = TSimd.Add(TSimd.Load(d + (6 * row)), d6);
                c7 = TSimd.Add(TSimd.Load(c + (7 * row)), c7); if (two) d7 = TSimd.Add(TSimd.Load(d + (7 * row)), d7);
            }
            if (TRows.Value > 8)
            {
                c8 = TSimd.Add(TSimd.Load(c + (8 * row)), c8); if (two) d8 = TSimd.Add(TSimd.Load(d + (8 * row)), d8);
                c9 = TSimd.Add(TSimd.Load(c + (9 * row)), c9); if (two) d9 = TSimd.Add(TSimd.Load(d + (9 * row)), d9);
                c10 = TSimd.Add(TSimd.Load(c + (10 * row)), c10); if (two) d10 = TSimd.Add(TSimd.Load(d + (10 * row)), d10);
                c11 = TSimd.Add(TSimd.Load(c + (11 * row)), c11); if (two) d11 = TSimd.Add(TSimd.Load(d + (11 * row)), d11);
            }
        }

        TSimd.Store(c0, c + (0 * row)); if (two) TSimd.Store(d0, d + (0 * row));
        TSimd.Store(c1, c + (1 * row)); if (two) TSimd.Store(d1, d + (1 * row));
        TSimd.Store(c2, c + (2 * row)); if (two) TSimd.Store(d2, d + (2 * row));
        TSimd.Store(c3, c + (3 * row)); if (two) TSimd.Store(d3, d + (3 * row));
        if (TRows.Value > 4)
        {
            TSimd.Store(c4, c + (4 * row)); if (two) TSimd.Store(d4, d + (4 * row));
            TSimd.Store(c5, c + (5 * row)); if (two) TSimd.Store(d5, d + (5 * row));
        }
        if (TRows.Value > 6)
        {
            TSimd.Store(c6, c + (6 * row)); if (two) TSimd.Store(d6, d + (6 * row));
            TSimd.Store(c7, c + (7 * row)); if (two) TSimd.Store(d7, d + (7 * row));
        }
        if (TRows.Value > 8)
        {
            TSimd.Store(c8, c + (8 * row)); if (two) TSimd.Store(d8, d + (8 * row));
            TSimd.Store(c9, c + (9 * row)); if (two) TSimd.Store(d9, d + (9 * row));
            TSimd.Store(c10, c + (10 * row)); if (two) TSimd.Store(d10, d + (10 * row));
            TSimd.Store(c11, c + (11 * row)); if (two) TSimd.Store(d11, d + (11 * row));
        }
    }
}
