namespace CourseKit.Nn.Optimizers;

/// <summary>
/// A line search: finds a step at which the loss has fallen enough, f(t) ≤ f(0) + μ f′(0) t, and flattened out, |f′(t)| ≤ η |f′(0)|.
/// </summary>
/// <remarks>
/// J. J. Moré and D. J. Thuente, Line search algorithms with guaranteed sufficient decrease, ACM TOMS 20 (1994): an interval that
/// contains such a step is narrowed by cubic and quadratic interpolation of values and slopes, section 4.
/// </remarks>
internal sealed class MoreThuente
{
    /// <summary>No step is longer.</summary>
    public const double LongestStep = 1e10;

    private const double Decrease = 1e-3, Curvature = 0.9, NarrowestInterval = 0.1;

    private readonly Trial _start;
    private Trial _best, _other;
    private bool _bracketed, _descended;
    private double _low, _high, _width, _widthBefore;

    /// <param name="loss">f(0).</param>
    /// <param name="slope">f′(0), less than 0.</param>
    /// <param name="step">The first step to try.</param>
    public MoreThuente(double loss, double slope, double step)
    {
        _best = _other = _start = new Trial(0, loss, slope);
        Step = step;
        _high = 5 * step;
        (_width, _widthBefore) = (LongestStep, 2 * LongestStep);
    }

    /// <summary>The step to try next, or the accepted one.</summary>
    public double Step { get; private set; }

    /// <summary>Takes loss and slope at <see cref="Step"/>.</summary>
    /// <returns>Whether the search is over; otherwise <see cref="Step"/> has moved.</returns>
    public bool Accept(double loss, double slope)
    {
        var trial = new Trial(Step, loss, slope);
        var required = _start.Slope * Decrease;
        var bound = _start.Loss + (Step * required);
        _descended |= loss <= bound && slope >= 0;
        if ((loss <= bound && Math.Abs(slope) <= Curvature * -_start.Slope) || Exhausted(trial, bound, required))
            return true;

        // Until the decrease is met once, what is interpolated is f(t) − μ f′(0) t, whose minimum meets it.
        if (!_descended && loss <= _best.Loss && loss > bound)
            Narrow(trial.Tilted(required), required);
        else
            Narrow(trial, 0);
        return false;
    }

    private bool Exhausted(Trial trial, double bound, double required) =>
        (_bracketed && (trial.Step <= _low || trial.Step >= _high || _high - _low <= NarrowestInterval * _high))
        || (trial.Step == LongestStep && trial.Loss <= bound && trial.Slope <= required)
        || (trial.Step == 0 && (trial.Loss > bound || trial.Slope >= required));

    private void Narrow(Trial trial, double tilt)
    {
        Trial best = _best.Tilted(tilt), other = _other.Tilted(tilt);
        var next = Next(best, other, trial);
        if (trial.Loss > best.Loss)
        {
            other = trial;
        }
        else
        {
            if (trial.Slope * best.Slope < 0)
                other = best;
            best = trial;
        }
        (_best, _other) = (best.Tilted(-tilt), other.Tilted(-tilt));

        if (_bracketed)
        {
            var width = Math.Abs(_other.Step - _best.Step);
            if (width >= 0.66 * _widthBefore)
                next = _best.Step + (0.5 * (_other.Step - _best.Step));
            (_widthBefore, _width) = (_width, width);
            (_low, _high) = (Math.Min(_best.Step, _other.Step), Math.Max(_best.Step, _other.Step));
        }
        else
        {
            (_low, _high) = (next + (1.1 * (next - _best.Step)), next + (4 * (next - _best.Step)));
        }
        Step = Math.Clamp(next, 0, LongestStep);
        if (_bracketed && (Step <= _low || Step >= _high || _high - _low <= NarrowestInterval * _high))
            Step = _best.Step;
    }

    /// <summary>The step to try after <paramref name="trial"/>: the four cases of section 4.</summary>
    private double Next(Trial best, Trial other, Trial trial)
    {
        // The value rose: the minimum lies between.
        if (trial.Loss > best.Loss)
        {
            _bracketed = true;
            double cubic = Cubic(best, trial), quadratic = best.QuadraticThrough(trial);
            return Math.Abs(cubic - best.Step) < Math.Abs(quadratic - best.Step) ? cubic : cubic + ((quadratic - cubic) / 2);
        }
        double secant = trial.SecantThrough(best);

        // The slope changed its sign: the minimum lies between.
        if (trial.Slope * best.Slope < 0)
        {
            _bracketed = true;
            var cubic = Cubic(best, trial);
            return Math.Abs(cubic - trial.Step) > Math.Abs(secant - trial.Step) ? cubic : secant;
        }
        var ahead = trial.Step > best.Step ? _high : _low;

        // The slope became flatter: on in the same direction, if the interpolation says so.
        if (Math.Abs(trial.Slope) < Math.Abs(best.Slope))
        {
            var cubic = CubicBeyond(best, trial, ahead);
            if (!_bracketed)
                return Math.Max(_low, Math.Min(_high, Math.Abs(cubic - trial.Step) > Math.Abs(secant - trial.Step) ? cubic : secant));
            var nearer = Math.Abs(cubic - trial.Step) < Math.Abs(secant - trial.Step) ? cubic : secant;
            var limit = trial.Step + (0.66 * (other.Step - trial.Step));
            return trial.Step > best.Step ? Math.Min(limit, nearer) : Math.Max(limit, nearer);
        }
        return _bracketed ? Cubic(trial, other) : ahead;
    }

    /// <summary>The minimum of the cubic with the values and slopes of both.</summary>
    private static double Cubic(Trial a, Trial b)
    {
        var (theta, gamma) = Coefficients(a, b);
        var ratio = (gamma - a.Slope + theta) / (gamma - a.Slope + gamma + b.Slope);
        return a.Step + (ratio * (b.Step - a.Step));
    }

    /// <summary>
    /// The same seen from <paramref name="b"/>, if the cubic has its minimum beyond it; otherwise <paramref name="limit"/>.
    /// </summary>
    private static double CubicBeyond(Trial a, Trial b, double limit)
    {
        var (theta, gamma) = Coefficients(b, a);
        var ratio = (gamma - b.Slope + theta) / (gamma + (a.Slope - b.Slope) + gamma);
        return ratio < 0 && gamma != 0 ? b.Step + (ratio * (a.Step - b.Step)) : limit;
    }

    private static (double Theta, double Gamma) Coefficients(Trial a, Trial b)
    {
        var theta = (3 * (a.Loss - b.Loss) / (b.Step - a.Step)) + a.Slope + b.Slope;
        var scale = Math.Max(Math.Abs(theta), Math.Max(Math.Abs(a.Slope), Math.Abs(b.Slope)));
        var gamma = scale * Math.Sqrt(Math.Max(0, (theta / scale * (theta / scale)) - (a.Slope / scale * (b.Slope / scale))));
        return (theta, b.Step < a.Step ? -gamma : gamma);
    }

    /// <summary>A step with the loss and the slope there.</summary>
    private readonly record struct Trial(double Step, double Loss, double Slope)
    {
        /// <summary>The same for f(t) − tilt · t.</summary>
        public Trial Tilted(double tilt) => new(Step, Loss - (Step * tilt), Slope - tilt);

        /// <summary>The minimum of the parabola with this value and slope and the other's value.</summary>
        public double QuadraticThrough(Trial other) =>
            Step + (Slope / (((Loss - other.Loss) / (other.Step - Step)) + Slope) / 2 * (other.Step - Step));

        /// <summary>The minimum of the parabola with both slopes.</summary>
        public double SecantThrough(Trial other) => Step + (Slope / (Slope - other.Slope) * (other.Step - Step));
    }
}
