using System.Numerics;

namespace CourseKit.Numerics;

/// <summary>The product of one block of C on one thread: k in slices, each slice tile by tile.</summary>
/// <remarks>
/// The order of loops of Goto and van de Geijn (2008), "Anatomy of High-Performance Matrix Multiplication", ACM TOMS 34(3): a slice of B
/// stays in the second-level cache, the rows of A that a tile needs in the first. Differs from it: A is read where it stands, and B is
/// copied only where that pays, because the small products of small nets do not earn their copies back.
/// </remarks>
internal unsafe ref struct GemmBlock<TSimd, TVector, T>
    where TSimd : struct, ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged, INumberBase<T>
{
    // 12 rows of A of this length are half of a first-level cache.
    private const int SliceBytes = 2048;

    // Measured: rows of B this far apart are a page each, and from so many rows of A on reading them in order once is cheaper.
    private const int FarApartBytes = 3072, RowsThatPayForCopy = 64;

    private readonly MatrixView<T> _a, _b, _c;
    private readonly GemmShape _shape;
    private readonly int _packedFrom;
    private readonly T* _spareTile, _packedB;
    private TileOperands<T> _tile;
    private bool _accumulate;

    private GemmBlock(MatrixView<T> a, MatrixView<T> b, MatrixView<T> c, GemmShape shape)
    {
        (_a, _b, _c, _shape) = (a, b, c, shape);
        var copied = b.ColumnStep != 1 || (b.RowStep * sizeof(T) >= FarApartBytes && shape.M >= RowsThatPayForCopy);
        _packedFrom = copied ? 0 : shape.N - (shape.N % Width);

        var tile = TSimd.TileRows * Width;
        var panels = (shape.N - _packedFrom + Width - 1) / Width;
        _spareTile = (T*)Workspace.Get((tile + (panels * Width * SliceLength(shape.K))) * sizeof(T));
        _packedB = _spareTile + tile;
    }

    /// <summary>Columns of a tile, and of a panel of B.</summary>
    private static int Width => 2 * TSimd.Count;

    /// <summary>
    /// C = [C +] A · B. The views say what is transposed, the shape only sizes (none 0, n up to <see cref="GemmGrid.MaxColumns"/>) and
    /// whether to add.
    /// </summary>
    public static void Multiply(MatrixView<T> a, MatrixView<T> b, MatrixView<T> c, GemmShape shape)
    {
        var block = new GemmBlock<TSimd, TVector, T>(a, b, c, shape);
        var length = SliceLength(shape.K);
        for (var k = 0; k < shape.K; k += length)
            block.Slice(k, Math.Min(length, shape.K - k));
    }

    // Equal slices, so that the last is not a sliver. They depend on k alone: the bits of a product do, too.
    private static int SliceLength(int k)
    {
        var longest = SliceBytes / sizeof(T);
        var slices = (k + longest - 1) / longest;
        return (k + slices - 1) / slices;
    }

    private void Slice(int k, int length)
    {
        _tile.K = length;
        _accumulate = _shape.Accumulate || k > 0;
        for (var j = _packedFrom; j < _shape.N; j += Width)
            GemmPanel<TSimd, TVector, T>.Pack(_b.From(k, j), PackedPanel(j), length, Math.Min(Width, _shape.N - j));

        for (var i = 0; i < _shape.M;)
        {
            var rest = _shape.M - i;
            i += rest switch
            {
                >= 12 when TSimd.TileRows >= 12 => Rows<Twelve>(i, k),
                >= 8 when TSimd.TileRows >= 8 => Rows<Eight>(i, k),
                >= 6 when TSimd.TileRows >= 6 => Rows<Six>(i, k),
                >= 4 => Rows<Four>(i, k),
                _ => LastRows(i, k, rest),
            };
        }
    }

    private int Rows<TRows>(int i, int k)
        where TRows : struct, IConstant
    {
        SetA(_a.From(i, k));
        Tiles<TRows>(i, k, TRows.Value);
        return TRows.Value;
    }

    // Fewer than 4 rows are the last ones of a tile that begins earlier, or each alone as four times the same.
    private int LastRows(int i, int k, int rest)
    {
        var kept = _shape.M >= 4 ? rest : 1;
        SetA(_a.From(_shape.M >= 4 ? _shape.M - 4 : i, k));
        if (_shape.M < 4)
            _tile.ARowStep = 0;
        Tiles<Four>(i, k, kept);
        return kept;
    }

    private void SetA(MatrixView<T> a)
    {
        _tile.A = a.Start;
        _tile.ARowStep = a.RowStep;
        _tile.AStep = a.ColumnStep;
    }

    private void SetB(int k, int j, int width)
    {
        var packed = j >= _packedFrom;
        _tile.B = packed ? PackedPanel(j) : _b.From(k, j).Start;
        _tile.BStep = packed ? width : _b.RowStep;
    }

    // One row of tiles, of which the last rows are kept.
    private void Tiles<TRows>(int i, int k, int kept)
        where TRows : struct, IConstant
    {
        for (var j = 0; j < _shape.N; j += Width)
        {
            var columns = Math.Min(Width, _shape.N - j);
            var oneVector = columns <= TSimd.Count;
            SetB(k, j, oneVector ? TSimd.Count : Width);
            if (oneVector)
                Tile<TRows, One>(_c.From(i, j), kept, columns);
            else
                Tile<TRows, Two>(_c.From(i, j), kept, columns);
        }
    }

    private void Tile<TRows, TVectors>(MatrixView<T> c, int rows, int columns)
        where TRows : struct, IConstant
        where TVectors : struct, IConstant
    {
        var whole = rows == TRows.Value && columns == TVectors.Value * TSimd.Count;
        _tile.C = whole ? c.Start : _spareTile;
        _tile.CRowStep = whole ? c.RowStep : Width;
        _tile.Accumulate = whole && _accumulate;
        GemmTile<TSimd, TVector, T>.Multiply<TRows, TVectors>(in _tile);
        if (whole)
            return;

        int first = Math.Min(columns, TSimd.Count), second = columns - first;
        T* from = _spareTile + ((TRows.Value - rows) * Width), to = c.Start;
        for (var i = 0; i < rows; i++, from += Width, to += c.RowStep)
        {
            Keep(from, to, first);
            if (TVectors.Value == 2)
                Keep(from + TSimd.Count, to + TSimd.Count, second);
        }
    }

    private readonly void Keep(T* from, T* to, int count)
    {
        var value = TSimd.Load(from);
        if (_accumulate)
            value = TSimd.Add(TSimd.LoadFirst(to, count), value);
        TSimd.StoreFirst(value, to, count);
    }

    private readonly T* PackedPanel(int j) => _packedB + ((nint)(j - _packedFrom) * _tile.K);
}
