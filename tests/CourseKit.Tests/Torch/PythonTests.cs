using System.Diagnostics;
using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Torch;
using static CourseKit.Torch.Torch;

namespace CourseKit.Tests.Torch;

/// <summary>Weights go to Python's torch and come back.</summary>
[Collection("Torch")]
public sealed class PythonTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursekit-torch");

    public void Dispose() => _folder.Delete(recursive: true);

    [TorchFact]
    public void Weights_go_to_torch_and_come_back_changed()
    {
        ManualSeed(0);
        var net = Network();
        net.Call(Rand([4, 3, 2]));
        string ours = Path.Combine(_folder.FullName, "ours.safetensors"), theirs = Path.Combine(_folder.FullName, "theirs.safetensors");
        net.StateDict().Save(ours);

        var outputs = Python(Repository.PathOf("tests", "CourseKit.Tests", "Torch", "trip.py"), ours, theirs);
        var expected = net.Eval().Call(Tensor.Ones([1, 3, 2])).ToDoubles();
        net.LoadStateDict(StateDict.Load(theirs));

        // Python loads the weights strictly, applies the network, then doubles every weight and counts one batch more.
        ModuleRunTests.AssertClose(expected, outputs, 1e-6);
        var state = Network().StateDict();
        Assert.Equal(state.Tensors.Keys, net.StateDict().Tensors.Keys);
        ManualSeed(0);
        Assert.Equal(Network().StateDict()["1.weight"].ToDoubles().Select(weight => 2 * weight), net.StateDict()["1.weight"].ToDoubles());
        Assert.Equal(2, net.StateDict()["2.num_batches_tracked"].Item());
    }

    private static Sequential Network() => new(new Flatten(), new Linear(6, 4), new BatchNorm1d(4), new ReLU(), new Linear(4, 2));

    private static double[] Python(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(TorchFactAttribute.Python, arguments) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, text);
        return [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];
    }

    /// <summary>A test that needs Debian's python3-torch.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class TorchFactAttribute : FactAttribute
    {
        // As Debian installs it: a python of another origin has no torch.
        public const string Python = "/usr/bin/python3";

        public TorchFactAttribute()
        {
            if (!Directory.Exists("/usr/lib/python3/dist-packages/torch"))
                Skip = "python3-torch is not installed";
        }
    }
}
