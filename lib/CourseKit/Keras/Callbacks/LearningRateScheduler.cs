namespace CourseKit.Keras.Callbacks;

/// <summary>Sets the learning rate before each epoch by a formula of the student's own.</summary>
/// <param name="schedule">Of the epoch, counted from 0, and the rate of the last one: <c>(epoch, rate) => epoch &lt; 10 ? rate : rate * 0.9</c>.</param>
public sealed class LearningRateScheduler(Func<int, double, double> schedule) : Callback
{
    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch) => Model.LearningRate = schedule(epoch, Model.LearningRate);

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        logs[EpochLine.LearningRate] = Model.LearningRate;
    }
}
