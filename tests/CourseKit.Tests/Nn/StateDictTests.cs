using System.Globalization;
using System.Text;
using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Nn.Layers;
using CourseKit.Tests.Data.Files;
using Xunit.Sdk;

namespace CourseKit.Tests.Nn;

public sealed class StateDictTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_state_holds_weights_and_buffers_under_PyTorchs_names()
    {
        var state = new Averaging().StateDict();

        Assert.Equal("running_mean (2) float64\nfc1.weight (3, 2) float32\nfc1.bias (3) float32\nsteps_done () float64", state.ToString());
        Assert.Equal("(2) float64 [0.5, 1]", state["running_mean"].ToString());
    }

    [Fact]
    public void A_state_is_a_copy()
    {
        var module = new Averaging();

        var state = module.StateDict();
        module.Parameters()[1].CopyFrom(Tensor.Ones([3]));

        Assert.Equal([0.0, 0, 0], state["fc1.bias"].ToDoubles());
    }

    [Fact]
    public void A_state_goes_to_a_file_and_comes_back()
    {
        var module = new Averaging();
        module.Parameters()[0].CopyFrom(Tensor.From([1f, 2, 3, 4, 5, -6], [3, 2]));
        module.StepsDone.CopyFrom(Tensor.Scalar(41, DType.Float64));

        module.StateDict().Save(_path);
        var other = new Averaging();
        other.LoadStateDict(StateDict.Load(_path));

        Assert.Equal([1.0, 2, 3, 4, 5, -6], other.Parameters()[0].ToDoubles());
        Assert.Equal(41, other.StepsDone.Item());
        Assert.Contains("\"steps_done\":{\"dtype\":\"I64\",\"shape\":[]", File.ReadAllText(_path, Encoding.Latin1), StringComparison.Ordinal);
    }

    [Fact]
    public void Loading_converts_the_precision()
    {
        var module = new Averaging();
        var tensors = module.StateDict().Tensors.ToDictionary(entry => entry.Key, entry => entry.Value.To(DType.Float64));

        module.LoadStateDict(new StateDict(tensors));

        Assert.Equal(DType.Float32, module.Parameters()[0].DType);
    }

    [Fact]
    public void A_state_of_other_sizes_changes_nothing()
    {
        var module = new Averaging();
        var tensors = module.StateDict().Tensors.ToDictionary(entry => entry.Key, entry => Tensor.Ones(entry.Value.Shape));
        tensors["running_mean"] = Tensor.Ones([5]);

        Assert.Throws<ArgumentException>(() => module.LoadStateDict(new StateDict(tensors)));
        Assert.Equal([0.0, 0, 0], module.Parameters()[1].ToDoubles());
    }

    /// <summary>Whatever bytes a file has, there are tensors or one of our messages, and no undue memory.</summary>
    [Fact]
    public void Damaged_files_are_answered_in_words()
    {
        new Averaging().StateDict().Save(_path);
        var mutations = new Mutations(1, [File.ReadAllBytes(_path), FileOf("""{"a":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}""", 8)]);

        for (var input = 0; input < 10_000; input++)
        {
            var bytes = mutations.Next();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var error = Record.Exception(() => SafeTensorsFile.Parse(bytes));
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (error is not (null or InvalidDataException) || allocated > 600_000)
                throw new XunitException($"Input {input.ToString(CultureInfo.InvariantCulture)} ({Convert.ToHexString(bytes)}): {allocated} bytes allocated. {error}");
        }
    }

    /// <summary>A file of this header and so many bytes of values.</summary>
    internal static byte[] FileOf(string header, int values)
    {
        var text = Encoding.UTF8.GetBytes(header);
        return [.. BitConverter.GetBytes((long)text.Length), .. text, .. new byte[values]];
    }

    private sealed class Averaging : Module
    {
        [Buffer]
        private readonly Tensor _runningMean = Tensor.From([0.5, 1.0]);

        public Linear Fc1 { get; } = new(Tensor.Zeros([3, 2]), Tensor.Zeros([3]), unitsFirst: true);

        [field: Buffer(IsCount = true)]
        public Tensor StepsDone { get; } = Tensor.Scalar(0, DType.Float64);

        public override Tensor Forward(Tensor x) => Fc1.Call(x - _runningMean);
    }
}
