namespace CourseKit.Kernel.Tests.Jupyter;

/// <summary>Jupyter's own test of kernels.</summary>
public sealed class ConformanceTests(InstalledKernel kernel) : IClassFixture<InstalledKernel>
{
    [PythonFact("python3-jupyter-kernel-test", "jupyter_kernel_test")]
    public async Task The_kernel_conforms_to_the_protocol()
    {
        var said = await PythonScript.RunAsync("conformance.py", [], kernel.Environment);

        Approved.Check(said, "Conformance.txt");
    }
}
