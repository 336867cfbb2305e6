using System.Runtime.ExceptionServices;

namespace CourseKit.Numerics;

/// <summary>Background threads that wait for work of a few microseconds: first spinning, then asleep.</summary>
/// <remarks>
/// Not <c>Parallel.For</c>, which allocates, and takes as long to begin as a small product takes to end. Pieces are claimed one by one, so
/// that a thread that wakes late only does fewer of them. One caller has the crew at a time; a second one, or a piece that has work
/// itself, does it alone.
/// </remarks>
/// <param name="spinsBeforeSleep">How often an idle thread looks for work before it sleeps; a look takes some 60 ns.</param>
internal sealed class WorkCrew(int spinsBeforeSleep)
{
    public const int MostThreads = 255;

    // Where threads outnumber free processors, one that only looks for work must not keep its caller from running.
    private const int SpinsBeforeYield = 16;

    // A ticket is: number of the run (32 bits) · helpers invited (8) · pieces left (24). One word, so that nobody can claim a piece of
    // a run that is over.
    private const int PieceBits = 24, HelperBits = 8;
    private const long PieceMask = (1L << PieceBits) - 1, HelperMask = (1L << HelperBits) - 1;

    private readonly object _bed = new();
    private long _ticket;
    private int _busy, _helpers, _asleep, _pieces, _unfinished;
    private ParallelWork? _work;
    private ExceptionDispatchInfo? _failure;

    /// <summary>The one of this process. Awake for about a millisecond, since to wake a sleeper takes as long as a small product.</summary>
    public static WorkCrew Shared { get; } = new(spinsBeforeSleep: 16_000);

    /// <summary>Does all pieces on up to so many threads, of which the caller is one, and returns when the last is done.</summary>
    /// <param name="work">What to do.</param>
    /// <param name="pieces">0..2²⁴−1.</param>
    /// <param name="threads">1..<see cref="MostThreads"/>.</param>
    public void Run(ParallelWork work, int pieces, int threads)
    {
        if (threads == 1 || pieces < 2 || Interlocked.Exchange(ref _busy, 1) == 1)
        {
            for (var piece = 0; piece < pieces; piece++)
                work.Execute(piece);
            return;
        }
        try
        {
            Publish(work, pieces, threads - 1);
            while (TryClaim(helper: 0, out var piece))
                Execute(piece);
            for (var wait = default(SpinWait); Volatile.Read(ref _unfinished) > 0;)
                wait.SpinOnce(sleep1Threshold: -1);
            _work = null;
            Interlocked.Exchange(ref _failure, null)?.Throw();
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    private void Publish(ParallelWork work, int pieces, int helpers)
    {
        for (; _helpers < helpers; _helpers++)
            Hire(_helpers + 1);
        _work = work;
        _pieces = _unfinished = pieces;
        var run = (_ticket >> (PieceBits + HelperBits)) + 1;
        Interlocked.Exchange(ref _ticket, (((run << HelperBits) | (uint)helpers) << PieceBits) | (uint)pieces);
        if (Volatile.Read(ref _asleep) > 0)
            lock (_bed)
                Monitor.PulseAll(_bed);
    }

    private void Hire(int helper) =>
        new Thread(() => Help(helper)) { IsBackground = true, Name = $"CourseKit numerics {helper}" }.Start();

    private void Help(int helper)
    {
        for (var idle = 0; ;)
        {
            if (TryClaim(helper, out var piece))
            {
                Execute(piece);
                idle = 0;
            }
            else if (idle++ < spinsBeforeSleep)
            {
                if (idle % SpinsBeforeYield == 0)
                    Thread.Yield();
                else
                    Thread.SpinWait(1);
            }
            else
            {
                Sleep(helper);
                idle = 0;
            }
        }
    }

    // Counted as asleep before the last look at the ticket: either this look sees the work, or who published it sees the sleeper.
    private void Sleep(int helper)
    {
        lock (_bed)
        {
            Interlocked.Increment(ref _asleep);
            while (!IsInvited(helper, Volatile.Read(ref _ticket)))
                Monitor.Wait(_bed);
            Interlocked.Decrement(ref _asleep);
        }
    }

    private static bool IsInvited(int helper, long ticket) =>
        (ticket & PieceMask) > 0 && helper <= ((ticket >> PieceBits) & HelperMask);

    private bool TryClaim(int helper, out int piece)
    {
        while (true)
        {
            var ticket = Volatile.Read(ref _ticket);
            piece = 0;
            if (!IsInvited(helper, ticket))
                return false;
            if (Interlocked.CompareExchange(ref _ticket, ticket - 1, ticket) != ticket)
                continue;
            piece = _pieces - (int)(ticket & PieceMask);
            return true;
        }
    }

    private void Execute(int piece)
    {
        try
        {
            _work!.Execute(piece);
        }
        catch (Exception error)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(error), null);
        }
        finally
        {
            Interlocked.Decrement(ref _unfinished);
        }
    }
}
