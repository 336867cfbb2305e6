namespace CourseKit.Kernel.Tests;

/// <summary>A test with Jupyter's or ZeroMQ's own code at the other end: skipped where Debian's package is not installed. Each stands in tests/allowed-skips.txt.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonFactAttribute : FactAttribute
{
    /// <param name="package">Debian's name of what is needed.</param>
    /// <param name="module">What Python imports of it.</param>
    public PythonFactAttribute(string package, string module)
    {
        if (!PythonScript.CanImport(module))
            Skip = $"{package} is not installed";
    }
}
