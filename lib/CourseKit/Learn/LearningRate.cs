namespace CourseKit.Learn;

/// <summary>How the learning rate of <see cref="Solver.SGD"/> changes.</summary>
public enum LearningRate
{
    /// <summary>It stays as it was set.</summary>
    Constant,

    /// <summary>After each epoch it is rate / (t + 1)^power, with t the samples seen so far.</summary>
    InvScaling,

    /// <summary>It is divided by 5 where training would stop, and training stops at 1e-6.</summary>
    Adaptive,
}
