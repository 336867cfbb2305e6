using System.Numerics;
using System.Numerics.Tensors;

namespace CourseKit.Numerics;

/// <summary>
/// The values under the window at some rows of its places, as a matrix (c · kh · kw, rows · ow): gathered from an image, or added to one.
/// </summary>
internal static unsafe class Patches<T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>Copies from the image; over the edge stand zeros.</summary>
    /// <param name="image">(c, h, w)</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="rows">Rows of places.</param>
    /// <param name="patches">(c · kh · kw, rows · ow)</param>
    /// <param name="step">Elements from row to row of the patches.</param>
    public static void Gather(T* image, ConvolutionShape shape, (int First, int Count) rows, T* patches, int step)
    {
        for (var tap = new Tap(shape, rows); tap.Channel < shape.Channels; tap.Next(), patches += step)
        {
            if (tap.Height == 0 || tap.Width == 0)
            {
                new Span<T>(patches, rows.Count * tap.Columns).Clear();
                continue;
            }
            new Span<T>(patches, tap.Above * tap.Columns).Clear();
            new Span<T>(patches + ((tap.Above + tap.Height) * tap.Columns), (rows.Count - tap.Above - tap.Height) * tap.Columns).Clear();
            T* to = patches + tap.Target, from = image + tap.Source;
            if (tap.IsOneStretch)
                new Span<T>(from, tap.Stretch).CopyTo(new Span<T>(to, tap.Stretch));
            else
                for (var i = 0; i < tap.Height; i++, to += tap.Columns, from += tap.SourceStep)
                    Copy(from, to, tap);
            tap.ClearMargins(patches);
        }
    }

    /// <summary>Adds to the image what <see cref="Gather"/> would have copied from it. Changes the patches.</summary>
    /// <inheritdoc cref="Gather"/>
    public static void Scatter(T* patches, int step, ConvolutionShape shape, (int First, int Count) rows, T* image)
    {
        for (var tap = new Tap(shape, rows); tap.Channel < shape.Channels; tap.Next(), patches += step)
        {
            if (tap.Height == 0 || tap.Width == 0)
                continue;
            T* from = patches + tap.Target, to = image + tap.Source;
            if (tap.IsOneStretch)
            {
                tap.ClearMargins(patches);
                Add(from, to, tap.Stretch);
            }
            else
            {
                for (var i = 0; i < tap.Height; i++, from += tap.Columns, to += tap.SourceStep)
                    AddApart(from, to, tap);
            }
        }
    }

    private static void Copy(T* from, T* to, in Tap tap)
    {
        if (tap.ColumnStep == 1)
            new Span<T>(from, tap.Width).CopyTo(new Span<T>(to, tap.Width));
        else
            for (var j = 0; j < tap.Width; j++)
                to[j] = from[j * tap.ColumnStep];
    }

    private static void AddApart(T* from, T* to, in Tap tap)
    {
        if (tap.ColumnStep == 1)
            Add(from, to, tap.Width);
        else
            for (var j = 0; j < tap.Width; j++)
                to[j * tap.ColumnStep] += from[j];
    }

    private static void Add(T* from, T* to, int count)
    {
        var sum = new Span<T>(to, count);
        TensorPrimitives.Add(sum, new ReadOnlySpan<T>(from, count), sum);
    }

    /// <summary>One value of the window (channel, row, column), and which of the places have it within the image.</summary>
    private struct Tap
    {
        private readonly ConvolutionShape _shape;
        private readonly (int First, int Count) _rows;
        private int _row, _column;

        public Tap(ConvolutionShape shape, (int First, int Count) rows)
        {
            (_shape, _rows, Columns) = (shape, rows, shape.Places.Columns);
            Place();
        }

        public int Channel { get; private set; }

        /// <summary>Places in a row.</summary>
        public int Columns { get; }

        /// <summary>Rows of places before the first that lies within the image, and how many do.</summary>
        public int Above { get; private set; }

        public int Height { get; private set; }

        /// <summary>Columns of places before the first that lies within the image, and how many do.</summary>
        public int Left { get; private set; }

        public int Width { get; private set; }

        /// <summary>Where the first of these stands in the row of patches and in the image.</summary>
        public readonly int Target => (Above * Columns) + Left;

        public int Source { get; private set; }

        public readonly int ColumnStep => _shape.Sliding.ColumnStep;

        /// <summary>Elements of the image from one row of places to the next.</summary>
        public readonly int SourceStep => _shape.Sliding.RowStep * _shape.Width;

        /// <summary>Whether patches and image run side by side over the ends of rows; the margins between are then not theirs.</summary>
        public readonly bool IsOneStretch => _shape.Sliding is { RowStep: 1, ColumnStep: 1 } && Columns == _shape.Width;

        public readonly int Stretch => ((Height - 1) * Columns) + Width;

        public void Next()
        {
            if (++_column == _shape.Window.Columns)
            {
                _column = 0;
                if (++_row == _shape.Window.Rows)
                {
                    _row = 0;
                    Channel++;
                }
            }
            Place();
        }

        public readonly void ClearMargins(T* patches)
        {
            for (var row = patches + (Above * Columns); Width < Columns && row < patches + ((Above + Height) * Columns); row += Columns)
            {
                for (var j = 0; j < Left; j++)
                    row[j] = T.Zero;
                for (var j = Left + Width; j < Columns; j++)
                    row[j] = T.Zero;
            }
        }

        private void Place()
        {
            var sliding = _shape.Sliding;
            var firstRow = (_rows.First * sliding.RowStep) + _row - sliding.Top;
            var firstColumn = _column - sliding.Left;
            (Above, Height) = Within(firstRow, sliding.RowStep, _rows.Count, _shape.Height);
            (Left, Width) = Within(firstColumn, sliding.ColumnStep, Columns, _shape.Width);
            Source = (((Channel * _shape.Height) + firstRow + (Above * sliding.RowStep)) * _shape.Width)
                + firstColumn + (Left * sliding.ColumnStep);
        }

        // Which of first, first + step, … lie in 0..length−1.
        private static (int Before, int Count) Within(int first, int step, int count, int length)
        {
            var before = Math.Clamp((-first + step - 1) / step, 0, count);
            var end = first >= length ? before : Math.Clamp(((length - 1 - first) / step) + 1, before, count);
            return (before, end - before);
        }
    }
}
