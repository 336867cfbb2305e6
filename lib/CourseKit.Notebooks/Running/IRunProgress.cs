namespace CourseKit.Notebooks.Running;

/// <summary>
/// An observer that also wants to know at once how far each of several notebooks is that run at the same time; all else it is told of each when that has ended.
/// </summary>
/// <remarks>Called from the threads that run the notebooks, at the same time as <see cref="IRunObserver"/>'s methods.</remarks>
public interface IRunProgress
{
    /// <summary>A notebook begins.</summary>
    /// <param name="path">As it was given.</param>
    /// <param name="cells">How many of its cells hold code.</param>
    void Began(string path, int cells);

    /// <summary>A cell of it was given to its session.</summary>
    /// <param name="path">The notebook.</param>
    /// <param name="number">The cell.</param>
    void Reached(string path, int number);

    /// <summary>A cell of code of it ended, or was left out.</summary>
    void Passed(string path);

    /// <summary>It has ended, and all of it will be told now.</summary>
    void Ended(string path);
}
