namespace CourseKit.Autograd.Ops;

/// <summary>
/// Walks two operands of different shapes side by side, in runs along which each of them either moves on or stays where it is.
/// </summary>
internal ref struct BroadcastRuns
{
    private readonly ReadOnlySpan<int> _lengths, _stepsA, _stepsB;
    private readonly Span<int> _place;
    private readonly int _outer;

    /// <param name="a">The shape of one operand.</param>
    /// <param name="b">The shape of the other.</param>
    /// <param name="y">That of the result.</param>
    /// <param name="room">Three numbers for each axis of the result: room on the stack, so that small tensors cost no garbage.</param>
    public BroadcastRuns(Shape a, Shape b, Shape y, Span<int> room)
    {
        _lengths = y.Lengths;
        _place = room[..y.Rank];
        _place.Clear();
        _stepsA = Steps(a, room.Slice(y.Rank, y.Rank));
        _stepsB = Steps(b, room.Slice(2 * y.Rank, y.Rank));
        Length = 1;
        _outer = y.Rank;
        while (_outer > 0 && Joins(_outer - 1))
        {
            _outer--;
            MovesA |= _stepsA[_outer] != 0;
            MovesB |= _stepsB[_outer] != 0;
            Length *= _lengths[_outer];
        }
        Count = Length == 0 ? 0 : y.Size / Length;
    }

    /// <summary>Values in a run.</summary>
    public int Length { get; }

    /// <summary>Number of runs.</summary>
    public int Count { get; }

    /// <summary>Whether A has a value of its own for each place of a run.</summary>
    public bool MovesA { get; }

    /// <summary>Whether B has a value of its own for each place of a run.</summary>
    public bool MovesB { get; }

    /// <summary>Where the run begins in A.</summary>
    public int A { get; private set; }

    /// <summary>Where the run begins in B.</summary>
    public int B { get; private set; }

    /// <summary>Goes to the next run; after the last one, to the first.</summary>
    public void Next()
    {
        for (var axis = _outer - 1; axis >= 0; axis--)
        {
            A += _stepsA[axis];
            B += _stepsB[axis];
            if (++_place[axis] < _lengths[axis])
                return;
            A -= _stepsA[axis] * _lengths[axis];
            B -= _stepsB[axis] * _lengths[axis];
            _place[axis] = 0;
        }
    }

    // An axis joins the run if each operand goes on doing what it does in the run: moving, or staying.
    private readonly bool Joins(int axis) =>
        _lengths[axis] == 1 || Length == 1 || ((_stepsA[axis] != 0) == MovesA && (_stepsB[axis] != 0) == MovesB);

    /// <summary>How far one step along each axis of y moves in the operand: 0 where it has a length of 1.</summary>
    private static ReadOnlySpan<int> Steps(Shape operand, Span<int> steps)
    {
        steps.Clear();
        var size = 1;
        for (var i = 1; i <= operand.Rank; i++)
        {
            steps[^i] = operand[^i] == 1 ? 0 : size;
            size *= operand[^i];
        }
        return steps;
    }
}
