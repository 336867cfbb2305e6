using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Nn.Losses;
using CourseKit.Nn.Optimizers;
using CourseKit.Nn.Training;
using CourseKit.Numerics;
using static System.FormattableString;

namespace CourseKit.Learn;

public abstract partial class MultilayerPerceptron
{
    private Optimizer? _optimizer;
    private ImprovementCounter _lossCounter = new(rising: false, Dialect), _scoreCounter = new(rising: true, Dialect);
    private Tensor[]? _bestWeights;
    private long _samplesSeen;

    private void ForgetTraining()
    {
        (_optimizer, _bestWeights, _samplesSeen, IterationCount, BestLoss) = (null, null, 0, 0, null);
        (_lossCurve, _validationScores) = ([], []);
        (_lossCounter, _scoreCounter) = (new(rising: false, Dialect), new(rising: true, Dialect));
    }

    private void TrainOnBatches(Samples samples, MersenneTwister random, bool oneEpoch)
    {
        if (!oneEpoch || _optimizer is null)
            _optimizer = MakeOptimizer();
        Samples? validation = null;
        if (EarlyStopping && !oneEpoch)
        {
            var (train, held) = SplitForEarlyStopping(samples, random);
            (samples, validation) = (samples.Take(train), samples.Take(held));
        }
        var trainer = MakeTrainer(BatchSizeFor(samples.Count), Shuffle ? order => Rearrange(order, random) : null,
            end => EndEpoch(end, samples.Count, validation, oneEpoch));
        trainer.Fit(samples, oneEpoch ? 1 : MaxIter);
        if (validation is not null && _bestWeights is not null)
            Restore(_bestWeights);
    }

    private void TrainOnAllSamples(Samples samples)
    {
        var optimizer = new LBFGS(Weights(), new LBFGSOptions { GradientTolerance = Tol, MaxEvaluations = MaxFun });
        _optimizer = optimizer;
        _lossCurve = [];
        MakeTrainer(samples.Count, shuffle: null, end =>
        {
            IterationCount = optimizer.Iterations;
            Remember(end.Loss);
            LogIteration(end.Loss);
        }).Fit(samples, MaxIter);
        if (!optimizer.Converged)
        {
            Warn("ConvergenceWarning", optimizer.Finished && optimizer.Evaluations <= MaxFun
                ? "lbfgs failed to converge: no step along the last direction lowers the loss. Scale the inputs."
                : "lbfgs failed to converge: the limit of iterations or of function calls is reached. "
                    + "Increase MaxIter or MaxFun, or scale the inputs.");
        }
    }

    private Trainer MakeTrainer(int batchSize, Action<int[]>? shuffle, Action<EpochEnd> epochEnded) => new()
    {
        Model = new Sequential(Layers()),
        Loss = MakeLoss(Precision),
        Penalties = Alpha == 0 ? [] : [new L2Penalty(Layers().Select(layer => layer.Weight), Alpha, Dialect.L2)],
        Optimizer = _optimizer!,
        BatchSize = batchSize,
        Shuffle = shuffle,
        EpochEnded = epochEnded,
    };

    private Optimizer MakeOptimizer() => Solver == Solver.SGD
        ? new SGD(Weights(), LearningRateInit,
            new SGDOptions { Momentum = Momentum, Nesterov = NesterovsMomentum, VelocityHoldsRate = Dialect.VelocityHoldsRate })
        : new Adam(Weights(), LearningRateInit,
            new AdamOptions { Beta1 = Beta1, Beta2 = Beta2, Epsilon = Epsilon, EpsilonIsCorrected = Dialect.AdamEpsilonIsCorrected });

    private int BatchSizeFor(int samples)
    {
        if (BatchSize > samples)
            Warn("UserWarning", "Got `batch_size` less than 1 or larger than sample size. It is going to be clipped");
        return Math.Min(BatchSize ?? 200, samples);
    }

    // Each order is the one before it, permuted: scikit-learn shuffles the shuffled indices.
    private static void Rearrange(int[] order, MersenneTwister random)
    {
        var permutation = random.Permutation(order.Length);
        for (var i = 0; i < permutation.Length; i++)
            permutation[i] = order[permutation[i]];
        permutation.CopyTo(order, 0);
    }

    /// <summary>The bookkeeping in scikit-learn's order: record, count, lower the rate, and only then ask whether to stop.</summary>
    private void EndEpoch(EpochEnd end, int samples, Samples? validation, bool oneEpoch)
    {
        IterationCount++;
        _samplesSeen += samples;
        var counter = Remember(end.Loss);
        LogIteration(end.Loss);
        if (validation is not null)
            counter = Validate(validation);

        if (Solver == Solver.SGD && LearningRate == LearningRate.InvScaling)
            _optimizer!.LearningRate = LearningRates.InverseScaling(LearningRateInit, _samplesSeen, PowerT);
        if (counter.Exceeds(NIterNoChange))
        {
            if (StopsNow(validation is null ? "Training loss" : "Validation score"))
            {
                end.Stop();
                return;
            }
            counter.Restart();
        }
        if (!oneEpoch && IterationCount == MaxIter)
        {
            Warn("ConvergenceWarning", Invariant(
                $"Stochastic Optimizer: Maximum iterations ({MaxIter}) reached and the optimization hasn't converged yet."));
        }
    }

    private ImprovementCounter Remember(double loss)
    {
        _lossCurve.Add(loss);
        _lossCounter.Observe(loss, Tol);
        BestLoss = EarlyStopping || Solver == Solver.LBFGS ? null : _lossCounter.Best;
        return _lossCounter;
    }

    private ImprovementCounter RememberScore(double score)
    {
        _validationScores.Add(score);
        _scoreCounter.Observe(score, Tol);
        return _scoreCounter;
    }

    private ImprovementCounter Validate(Samples validation)
    {
        var score = ValidationScore(validation);
        LogLine($"Validation score: {PythonText.Fixed(score, 6)}");
        RememberScore(score);
        if (_scoreCounter.IsBest)
            _bestWeights = [.. Weights().Select(weight => weight.Clone())];
        return _scoreCounter;
    }

    /// <summary>Whether training ends here; with the adaptive rate it goes on with a smaller one, as long as that is above 1e-6.</summary>
    private bool StopsNow(string what)
    {
        var message = $"{what} did not improve more than tol={PythonText.Fixed(Tol, 6)} "
            + $"for {PythonText.Whole(NIterNoChange)} consecutive epochs.";
        if (Solver != Solver.SGD || LearningRate != LearningRate.Adaptive)
        {
            LogLine($"{message} Stopping.");
            return true;
        }
        if (_optimizer!.LearningRate <= LearningRates.SmallestAdaptive)
        {
            LogLine($"{message} Learning rate too small. Stopping.");
            return true;
        }
        _optimizer.LearningRate = LearningRates.Adapted(_optimizer.LearningRate);
        LogLine($"{message} Setting learning rate to {PythonText.Fixed(_optimizer.LearningRate, 6)}");
        return false;
    }

    private Tensor[] Weights() => [.. Layers().Select(layer => layer.Weight), .. Layers().Select(layer => layer.Bias!)];

    private void Restore(Tensor[] weights)
    {
        foreach (var (to, from) in Weights().Zip(weights))
            to.CopyFrom(from);
    }

    private void LogIteration(double loss) => LogLine($"Iteration {PythonText.Whole(IterationCount)}, loss = {PythonText.Fixed(loss, 8)}");

    private void LogLine(string line)
    {
        if (Verbose)
            Log.WriteLine(line);
    }

    private void Warn(string category, string message) => Log.WriteLine($"{category}: {message}");
}
