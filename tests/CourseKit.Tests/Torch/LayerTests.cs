using CourseKit.Autograd;
using CourseKit.Torch;
using static CourseKit.Torch.Torch;

namespace CourseKit.Tests.Torch;

/// <summary>What layers begin with, after torch 1.13.1 (specs/torch-rng.md): float32 to 9 digits, which is every bit.</summary>
[Collection("Torch")]
public sealed class LayerTests
{
    [Fact]
    public void Linear_layers_begin_with_torchs_weights()
    {
        ManualSeed(0);
        Linear first = new(784, 100), second = new(100, 10);

        Assert.Equal(
            [-0.000267386436f, 0.0191587005f, -0.0293944702f, -0.026283538f, -0.0137555134f, 0.00957704894f, -0.000707613595f, 0.0283174831f],
            first.Weight.ToFloats()[..8]);
        Assert.Equal(
            [-0.0354016274f, 0.0181779563f, -0.0217089579f, -0.0118388152f, 0.00487218611f, -0.0104922485f, -0.019008195f, 0.0269940943f],
            first.Bias!.ToFloats()[..8]);
        Assert.Equal(
            [-0.0440296046f, -0.0409022942f, -0.00276577473f, -0.0756905824f, 0.0472231284f, 0.0200911406f, 0.00520658493f, 0.0297808889f],
            second.Weight.ToFloats()[..8]);
        Assert.Equal(
            [
                0.0935257301f, -0.0210759882f, -0.0508628152f, 0.0983030125f, 0.0549332984f, 0.0580574647f, -0.0937258229f, -0.0554621816f,
                0.00500512123f, -0.035975825f,
            ],
            second.Bias!.ToFloats());
        Assert.Equal(
            [0.9559173323655159, -0.5134805729599066, 1.940860669331414, 0.05272199399769306],
            new[] { first.Weight, first.Bias, second.Weight, second.Bias }.Select(tensor => Math.Round(tensor.ToDoubles().Sum(), 12)),
            (a, b) => Math.Abs(a - b) < 1e-11);
        Assert.Equal((10, 100), (second.Weight.Shape[0], second.Weight.Shape[1]));
    }

    [Fact]
    public void Convolutions_begin_with_torchs_weights()
    {
        ManualSeed(0);
        var layer = new Conv2d(1, 8, 3);

        Assert.Equal([-0.0024956069f, 0.17881453f, -0.274348378f, -0.245313019f], layer.Weight.ToFloats()[..4]);
        Assert.Equal([0.131003305f, 0.276183128f, 0.290069103f, 0.294118941f], layer.Bias!.ToFloats()[..4]);
        Assert.Equal("(8, 1, 3, 3)", layer.Weight.Shape.ToString());
    }

    [Fact]
    public void In_float64_layers_begin_with_other_numbers()
    {
        ManualSeed(0);
        var layer = new Linear(4, 3, bias: false, DType.Float64);

        // torch.nn.Linear(4, 3, dtype=torch.float64)
        Assert.Equal(
            [0.470053001806553, 0.20781986439978792, -0.04061705687254912, 0.42074768412196023],
            layer.Weight.ToDoubles()[..4]);
        Assert.Null(layer.Bias);
        Assert.Equal("Linear(in_features=4, out_features=3, bias=False)", layer.ToString());
    }

    [Fact]
    public void Nothing_is_random_without_a_seed()
    {
        // A thread of its own, with the stream that a sweep's points have, which nobody has seeded.
        using var _ = CourseKit.Numerics.SharedRandom.Isolate();

        Assert.Equal([0.49625659f, 0.768221796f], Rand([2]).ToFloats());
    }

    [Fact]
    public void Ways_to_begin_are_torchs()
    {
        // torch.manual_seed(0); w = torch.empty(4, 5); torch.nn.init.…(w)
        Assert.Equal([-0.00648377649f, 0.464573771f, -0.712777972f, -0.637341857f], Seeded([3, 5], w => Init.XavierUniform(w))[..4]);
        Assert.Equal([-0.00820140075f, 0.587644517f, -0.901600778f, -0.806180835f], Seeded([4, 5], w => Init.KaimingUniform(w))[..4]);
        Assert.Equal([0.974611521f, -0.18558073f, -1.37798738f, 0.359507501f], Seeded([3, 5], w => Init.KaimingNormal(w))[..4]);
        Assert.Equal([-1.06145203f, -1.08645558f, -0.236247748f, -0.409064859f], Seeded([4, 5], w => Init.XavierNormal(w, gain: 2))[..4], Close);
        Assert.Equal([0.437080085f, 0.4238199f, 0.874710679f, 0.78306061f], Seeded([4, 5], w => Init.Normal(w, 1, 0.5))[..4], Close);
        Assert.Equal([7f, 7, 7, 7], Seeded([2, 2], w => Init.Constant(w, 7)));

        static bool Close(float a, float b) => Math.Abs(a - b) < 1e-6f;
    }

    [Fact]
    public void The_fans_of_a_convolution_count_its_window()
    {
        // in 2 · 9, out 4 · 9: bound √(6 / 54) = 1/3
        var weight = Init.XavierUniform(Tensor.Zeros([4, 2, 3, 3]), 1, new Generator(1)).ToDoubles();

        Assert.InRange(weight.Max(), 0.3, 1.0 / 3);
    }

    private static float[] Seeded(Shape shape, Func<Tensor, Tensor> begin)
    {
        ManualSeed(0);
        return begin(Tensor.Zeros(shape)).ToFloats();
    }
}
