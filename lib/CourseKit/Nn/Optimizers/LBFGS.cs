using CourseKit.Autograd;
using static System.FormattableString;

namespace CourseKit.Nn.Optimizers;

/// <summary>
/// Limited-memory BFGS: each step follows a direction bent by what the last gradients told about the curvature, as far as a line search
/// says. For small sets, all samples at once.
/// </summary>
/// <remarks>
/// D. C. Liu and J. Nocedal, On the limited memory BFGS method for large scale optimization, Mathematical Programming 45 (1989);
/// stopping rules and constants as in R. H. Byrd, P. Lu, J. Nocedal and C. Zhu's L-BFGS-B without bounds, which SciPy and so
/// scikit-learn use.
/// Differs from PyTorch's <c>LBFGS</c>, which takes up to 20 steps of fixed length η in each call unless it is told to search along the
/// line (by strong Wolfe conditions, with cubic interpolation), and has other stopping rules: only the direction is the same.
/// Computes in float64 whatever the weights are. The learning rate has no meaning here: the line search finds the length.
/// </remarks>
public sealed class LBFGS : Optimizer
{
    private readonly LBFGSOptions _options;
    private readonly CurvatureMemory _memory;
    private double[]? _weights, _gradient;
    private double _loss;
    private bool _finished;

    /// <param name="parameters">The weights.</param>
    /// <param name="options">Memory and stopping rules.</param>
    /// <exception cref="ArgumentException">There are no weights, or an option is out of its range.</exception>
    public LBFGS(IEnumerable<Tensor> parameters, LBFGSOptions? options = null)
        : base(parameters, learningRate: 1)
    {
        _options = options ?? new LBFGSOptions();
        if (_options is not { History: >= 1, GradientTolerance: >= 0, LossTolerance: >= 0, MaxEvaluations: >= 1, MaxLineSearch: >= 1 })
        {
            throw new ArgumentException(
                "LBFGS: History, MaxEvaluations and MaxLineSearch of 1 or more and tolerances of 0 or more are required; received "
                + Invariant($"{_options.History}, {_options.MaxEvaluations}, {_options.MaxLineSearch}, ")
                + Invariant($"{_options.GradientTolerance} and {_options.LossTolerance}."));
        }
        _memory = new CurvatureMemory(_options.History);
    }

    /// <inheritdoc/>
    public override bool Finished => _finished;

    /// <summary>Whether it finished because one of the tolerances was met.</summary>
    public bool Converged { get; private set; }

    /// <summary>Steps taken so far.</summary>
    public int Iterations { get; private set; }

    /// <summary>How often the loss was computed so far.</summary>
    public int Evaluations { get; private set; }

    /// <summary>Not possible: the line search needs the loss.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void Step() => throw new NotSupportedException(
        "LBFGS.Step: a function that computes the loss is required, as several points are tried in a step. "
        + "Call Step(() => { … loss.Backward(); return loss.Item(); }).");

    /// <summary>Takes one step of the method, computing the loss as often as the line search asks.</summary>
    /// <param name="evaluate">Computes the loss of the current weights, calls Backward on it, and returns it. Gradients are zeroed
    /// before.</param>
    /// <returns>The loss after the step.</returns>
    public override double Step(Func<double> evaluate)
    {
        ArgumentNullException.ThrowIfNull(evaluate);
        if (_weights is null || _gradient is null)
        {
            (_weights, _gradient) = (FlatWeights.Read(Parameters), new double[Parameters.Sum(parameter => parameter.Count)]);
            _loss = Measure(evaluate, _weights, _gradient);
            CheckGradient();
        }
        if (!_finished)
            Advance(evaluate, _weights, _gradient);
        return _loss;
    }

    private void Advance(Func<double> evaluate, double[] weights, double[] gradient)
    {
        var direction = _memory.Direction(gradient);
        var slope = FlatWeights.Dot(direction, gradient);
        var first = Iterations == 0 ? Math.Min(1 / Math.Sqrt(FlatWeights.Dot(direction, direction)), MoreThuente.LongestStep) : 1;
        var search = new MoreThuente(_loss, slope, first);
        var (point, there) = (new double[weights.Length], new double[weights.Length]);
        for (var trial = 0; slope < 0 && trial < _options.MaxLineSearch; trial++)
        {
            FlatWeights.Along(weights, direction, search.Step, point);
            var loss = Measure(evaluate, point, there);
            if (search.Accept(loss, FlatWeights.Dot(direction, there)))
            {
                Move(loss, point, there);
                return;
            }
        }
        GiveUp(evaluate, weights, gradient);
    }

    private void Move(double loss, double[] point, double[] there)
    {
        _memory.Add(_weights!, point, _gradient!, there);
        var before = _loss;
        (_loss, _weights, _gradient) = (loss, point, there);
        Iterations++;
        CheckGradient();
        if ((before - loss) <= _options.LossTolerance * Math.Max(Math.Max(Math.Abs(before), Math.Abs(loss)), 1))
            _finished = Converged = true;
        if (Evaluations > _options.MaxEvaluations)
            _finished = true;
    }

    // A direction along which nothing is gained may come from outdated curvature: try once more along the gradient.
    private void GiveUp(Func<double> evaluate, double[] weights, double[] gradient)
    {
        FlatWeights.Write(weights, Parameters);
        if (_memory.IsEmpty)
        {
            _finished = true;
            return;
        }
        _memory.Clear();
        Advance(evaluate, weights, gradient);
    }

    private double Measure(Func<double> evaluate, double[] weights, double[] gradient)
    {
        FlatWeights.Write(weights, Parameters);
        ZeroGrad();
        Evaluations++;
        var loss = evaluate();
        FlatWeights.ReadGradients(Parameters, gradient);
        return loss;
    }

    private void CheckGradient()
    {
        if (FlatWeights.Largest(_gradient!) <= _options.GradientTolerance)
            _finished = Converged = true;
    }
}

/// <summary>Memory and stopping rules of <see cref="LBFGS"/>.</summary>
public sealed record LBFGSOptions
{
    /// <summary>Past steps that the curvature is estimated from, 1 or more. Default 10.</summary>
    public int History { get; init; } = 10;

    /// <summary>Stops when no component of the gradient is larger, 0 or more. Default 1e-5.</summary>
    public double GradientTolerance { get; init; } = 1e-5;

    /// <summary>
    /// Stops when a step lowers the loss by no more than this, relative to the loss where that is above 1; 0 or more. Default 10⁷ ε.
    /// </summary>
    public double LossTolerance { get; init; } = 2.2204460492503131e-09;

    /// <summary>Stops after the step in which the loss was computed more often than this, 1 or more. Default 15000.</summary>
    public int MaxEvaluations { get; init; } = 15000;

    /// <summary>Points tried in a line search, 1 or more. Default 20.</summary>
    public int MaxLineSearch { get; init; } = 20;
}
