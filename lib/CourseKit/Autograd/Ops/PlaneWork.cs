using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>Work whose pieces are the planes of images: one channel of one image each.</summary>
internal abstract class PlaneWork : ParallelWork
{
    // Fewer values are done before a second thread has come.
    private const int LeastValues = 65536;

    /// <param name="planes">Pieces.</param>
    /// <param name="values">How many values they read together.</param>
    public void RunOver(int planes, int values) => WorkCrew.Shared.Run(this, planes, values < LeastValues ? 1 : NumericThreads.Count);
}
