using CourseKit.Nn.Training;

namespace CourseKit.Torch;

/// <summary>A line of the table that a <see cref="NeuralNetClassifier"/> prints.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="TrainLoss">The mean loss of the samples learned from, each before its step.</param>
/// <param name="ValidAcc">The share of validation samples that are classified rightly; null without such samples.</param>
/// <param name="ValidLoss">Their mean loss; null without such samples.</param>
/// <param name="Dur">How long the epoch took, validation included.</param>
public sealed record EpochRow(int Epoch, double TrainLoss, double? ValidAcc, double? ValidLoss, TimeSpan Dur)
{
    internal static EpochRow Of(EpochEnd end, TimeSpan duration) =>
        new(end.Epoch, end.Loss, end.Validation?.Metrics[0], end.Validation?.Loss, duration);
}
