using CourseKit.Autograd;
using CourseKit.Keras.Callbacks;
using CourseKit.Keras.Losses;
using CourseKit.Keras.Metrics;
using CourseKit.Keras.Optimizers;
using CourseKit.Nn.Training;
using CourseKit.Numerics;
using static System.FormattableString;

namespace CourseKit.Keras;

public sealed partial class Sequential
{
    private Compilation? _compilation;
    private Nn.Optimizers.Optimizer? _optimizer;
    private MersenneTwister? _orders;
    private double _learningRate;

    /// <summary>Whether training is to end; a callback sets it. <see cref="Fit"/> begins with false.</summary>
    public bool StopTraining { get; set; }

    /// <summary>The learning rate, which may be changed at any time, also by a callback. 0 or more.</summary>
    /// <exception cref="InvalidOperationException">The model is not compiled.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It is set to less than 0, or to no finite number.</exception>
    public double LearningRate
    {
        get => Compiled(nameof(LearningRate)) is { } && _optimizer is null ? _learningRate : _optimizer!.LearningRate;
        set
        {
            _ = Compiled(nameof(LearningRate));
            (_optimizer ?? MakeOptimizer(Built())).LearningRate = value;
            _learningRate = value;
        }
    }

    /// <summary>Says how the model is trained. Weights stay as they are; what an optimizer remembered is forgotten.</summary>
    /// <param name="optimizer">A name such as <c>"adam"</c>, in any of Keras's spellings, or an object. Default null: rmsprop.</param>
    /// <param name="loss">A name such as <c>"categorical_crossentropy"</c>, in any of Keras's spellings, or an object. Required.</param>
    /// <param name="metrics">What is measured beside the loss: a name, an object, or several in brackets. Default null: nothing.</param>
    /// <exception cref="ArgumentException">There is no loss, or a metric needs other targets than it.</exception>
    public void Compile(Optimizer? optimizer = null, Loss? loss = null, MetricList? metrics = null)
    {
        if (loss is null)
            throw new ArgumentException("Sequential.Compile: a loss is required; received none. Pass loss: \"categorical_crossentropy\" or another one.");
        var compilation = new Compilation(optimizer ?? "rmsprop", loss, metrics ?? []);
        if (loss.Form == TargetForm.Labels && compilation.KeepsRows)
        {
            var metric = compilation.Metrics.OfType<LossMetric>().First(metric => metric.NeedsValues);
            throw new ArgumentException($"Sequential.Compile: metrics for labels are required beside {loss.Name}; {metric.Name} is for values. "
                + "Leave it out, or take one-hot rows and the loss \"categorical_crossentropy\".");
        }
        _compilation = compilation;
        (_optimizer, _learningRate) = (null, _compilation.Optimizer.LearningRate);
    }

    /// <summary>Trains the model, from the weights as they are: a second call goes on where the first one ended.</summary>
    /// <remarks>The parameters are Keras's own, in its order; pass all but the data by name.</remarks>
    /// <param name="x">Inputs (n, …).</param>
    /// <param name="y">What they should give: labels (n), one-hot rows (n, k) or values, as the loss wants it.</param>
    /// <param name="batchSize">Samples in a batch, 1 or more. Default 32.</param>
    /// <param name="epochs">Passes over the data, 1 or more. Default 1.</param>
    /// <param name="verbose">0: nothing; 1: a progress line; 2: a line for each epoch. Default 1.</param>
    /// <param name="callbacks">Called on the way, in this order. Default none.</param>
    /// <param name="validationSplit">The part that is measured and not learned from, between 0 and 1: the last rows, before any shuffling.
    /// Default null: none.</param>
    /// <param name="validationData">Other data to measure after each epoch. Default null: none.</param>
    /// <param name="shuffle">Whether the samples come in another order in each epoch. Default true.</param>
    /// <param name="classWeight">How much the samples of each class count, 0 or more: <c>[1, 5]</c>, where Keras has
    /// <c>{0: 1, 1: 5}</c>. The loss of the training is shown with them, that of the validation and all metrics without, as in Keras.
    /// Default null: all alike.</param>
    /// <returns>What was measured in each epoch.</returns>
    /// <exception cref="InvalidOperationException">The model is not compiled.</exception>
    /// <exception cref="ArgumentException">The data do not fit the model or the loss, or a number is out of its range.</exception>
    public History Fit(
        Tensor x,
        Targets y,
        int batchSize = 32,
        int epochs = 1,
        int verbose = 1,
        IReadOnlyList<Callback>? callbacks = null,
        double? validationSplit = null,
        (Tensor X, Targets Y)? validationData = null,
        bool shuffle = true,
        IReadOnlyList<double>? classWeight = null)
    {
        var compilation = Compiled(nameof(Fit));
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        Require(batchSize >= 1, "a batchSize of 1 or more", batchSize);
        Require(epochs >= 1, "a number of epochs of 1 or more", epochs);
        Require(verbose is 0 or 1 or 2, "a verbose of 0, 1 or 2", verbose);
        Require(validationSplit is null or > 0 and < 1, "a validationSplit between 0 and 1", validationSplit ?? 0, " Leave it out for none.");
        if (_network is null)
            BuildFor(x);
        CheckClassWeight(classWeight, compilation.Loss);
        var samples = Read(x, y, nameof(Fit));
        var (training, validation) = Split(samples, validationSplit, validationData);
        return new FitRun(this, MakeOptimizer(_network!), compilation)
        {
            Training = training,
            Validation = validation,
            BatchSize = batchSize,
            Epochs = epochs,
            Verbose = verbose,
            Callbacks = callbacks ?? [],
            Shuffle = shuffle ? Rearrange : null,
            ClassWeight = classWeight,
        }.Run();
    }

    /// <summary>The loss and the metrics on other data. Nothing is learned, and nothing is printed.</summary>
    /// <param name="x">Inputs (n, …).</param>
    /// <param name="y">What they should give, as for <see cref="Fit"/>.</param>
    /// <returns>By name; also <c>var (loss, accuracy) = model.Evaluate(x, y);</c></returns>
    /// <exception cref="InvalidOperationException">The model is not compiled or not built.</exception>
    /// <exception cref="ArgumentException">The data do not fit the model or the loss.</exception>
    public Logs Evaluate(Tensor x, Targets y)
    {
        var compilation = Compiled(nameof(Evaluate));
        var plan = compilation.Plan(Built());
        ArgumentNullException.ThrowIfNull(y);
        var samples = Read(x, y, nameof(Evaluate));
        var evaluation = new Evaluation
        {
            Model = plan.Model,
            Loss = plan.Loss,
            Penalties = Network!.Penalties,
            Metrics = plan.Metrics,
        };
        return new Logs(compilation.Named(Network.Evaluating(() => evaluation.Of(samples))));
    }

    internal Nn.Optimizers.Optimizer? EngineOptimizer => _optimizer;

    private Samples Read(Tensor x, Targets y, string where) =>
        new TargetReader($"Sequential.{where}", _compilation!, _network!.Output).Read(Input(x, where), y);

    private Compilation Compiled(string where) => _compilation ?? throw new InvalidOperationException(
        $"Sequential.{where}: a compiled model is required; this one is not. Call Compile(optimizer, loss, metrics) first.");

    // What is remembered while training belongs to the model: a second Fit goes on with it.
    private Nn.Optimizers.Optimizer MakeOptimizer(Network network)
    {
        if (_optimizer is not null)
            return _optimizer;
        _optimizer = _compilation!.Optimizer.Start(network.Weights.Where(weight => weight.IsTrainable).Select(weight => weight.Value));
        _optimizer.LearningRate = _learningRate;
        return _optimizer;
    }

    private void BuildFor(Tensor x)
    {
        if (_layers.Count == 0 || x.Rank < 2)
        {
            throw new ArgumentException(Invariant(
                $"Sequential.Fit: at least one layer and x of (n, …) are required; received {_layers.Count} layers and x {x.Shape}."));
        }
        Build([.. x.Shape.Skip(1)]);
    }

    // As Keras, the order of the last epoch is rearranged.
    private void Rearrange(int[] order) => (_orders ??= RandomFor(1)).Shuffle<int>(order);
}
