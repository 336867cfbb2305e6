namespace CourseKit.Keras.Callbacks;

/// <summary>What is called while a model is trained. Derive from it and override what you need.</summary>
/// <example><code>
/// class StopAt(double accuracy) : Callback
/// {
///     public override void OnEpochEnd(int epoch, Logs logs) => Model.StopTraining = logs["accuracy"] >= accuracy;
/// }
/// model.Fit(x, y, callbacks: [new StopAt(0.95)]);
/// </code></example>
public abstract class Callback
{
    private Sequential? _model;

    /// <summary>The model in training.</summary>
    /// <exception cref="InvalidOperationException">There is none: the callback was not passed to <see cref="Sequential.Fit"/>.</exception>
    public Sequential Model => _model ?? throw new InvalidOperationException(
        $"{GetType().Name}.Model: a training is required; there is none. Pass the callback to Fit.");

    internal Compilation? Compilation { get; private set; }

    /// <summary>Called once before the first epoch.</summary>
    public virtual void OnTrainBegin()
    {
    }

    /// <summary>Called once after the last epoch.</summary>
    public virtual void OnTrainEnd()
    {
    }

    /// <summary>Called before each epoch.</summary>
    /// <param name="epoch">Counted from 0, as in Keras.</param>
    public virtual void OnEpochBegin(int epoch)
    {
    }

    /// <summary>Called after each epoch, when the validation data have been measured.</summary>
    /// <param name="epoch">Counted from 0, as in Keras.</param>
    /// <param name="logs">Loss and metrics, and those of the validation data under <c>val_</c>. What is added here stands in the
    /// history.</param>
    public virtual void OnEpochEnd(int epoch, Logs logs)
    {
    }

    /// <summary>Called before each batch.</summary>
    /// <param name="batch">Counted from 0 in the epoch.</param>
    public virtual void OnTrainBatchBegin(int batch)
    {
    }

    /// <summary>Called after each batch.</summary>
    /// <param name="batch">Counted from 0 in the epoch.</param>
    /// <param name="logs">Loss and metrics over the epoch so far.</param>
    public virtual void OnTrainBatchEnd(int batch, Logs logs)
    {
    }

    internal void Begin(Sequential model, Compilation compilation)
    {
        (_model, Compilation) = (model, compilation);
        OnTrainBegin();
    }
}
