using System.Text.Json;
using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Nn.Optimizers;
using CourseKit.Tests.Metrics;

namespace CourseKit.Tests.Nn.Optimizers;

/// <summary>Twelve steps down a quadratic valley, held against PyTorch's and against the rules of Keras 2: Golden/torch.json.</summary>
public sealed class OptimizerGoldenTests
{
    private static readonly JsonElement Golden = Read();

    public static TheoryData<string, int> Cases()
    {
        var cases = new TheoryData<string, int>();
        foreach (var source in new[] { "paths", "keras" })
            for (var i = 0; i < Golden.GetProperty(source).GetArrayLength(); i++)
                cases.Add(source, i);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Steps_are_those_of_the_library(string source, int index)
    {
        var golden = Golden.GetProperty(source)[index];
        var w = Tensor.From(Golden.GetProperty("start").Doubles()).RequireGrad();
        var optimizer = Make(golden.Text("optimizer"), golden.GetProperty("settings"), w);
        var halveAfter = golden.GetProperty("halve_after") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : -1;

        foreach (var (step, expected) in golden.GetProperty("path").EnumerateArray().Index())
        {
            if (step == halveAfter)
                optimizer.LearningRate /= 2;
            optimizer.Step(() => Descend(w));

            Assert.All(expected.Doubles().Zip(w.ToDoubles()), pair => Assert.Equal(pair.First, pair.Second, 1e-13));
        }
    }

    [Fact]
    public void Clipped_gradients_and_norms_are_torchs()
    {
        foreach (var golden in Golden.GetProperty("clipped").EnumerateArray())
        {
            Tensor[] weights = [Tensor.Zeros([3], DType.Float64).RequireGrad(), Tensor.Zeros([2], DType.Float64).RequireGrad()];
            ((weights[0] * Tensor.From([3.0, -4, 1])).Sum() + (weights[1] * Tensor.From([0.5, 2])).Sum()).Backward();

            var norm = GradientClipping.ByNorm(weights, golden.Double("limit"), Dialect.Torch.ClipNormEpsilon!.Value);

            Assert.Equal(golden.Double("norm"), norm, 1e-14);
            foreach (var (weight, expected) in weights.Zip(golden.GetProperty("gradients").EnumerateArray()))
                Assert.All(expected.Doubles().Zip(weight.Grad!.ToDoubles()), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
        }
    }

    internal static JsonElement Read()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(
            "tests", "CourseKit.Tests", "Nn", "Optimizers", "Golden", "torch.json")));
        return json.RootElement.Clone();
    }

    // w' A w / 2 − b' w.
    private static double Descend(Tensor w)
    {
        double[][] rows = [.. Golden.GetProperty("matrix").EnumerateArray().Select(row => row.Doubles())];
        var row = w.Reshape([1, 4]);
        var loss = (row * Functions.MatMul(row, Tensor.From([.. rows.SelectMany(r => r)]).Reshape([4, 4]))).Sum() * 0.5;
        loss -= (w * Tensor.From(Golden.GetProperty("vector").Doubles())).Sum();
        loss.Backward();
        return loss.Item();
    }

    private static Optimizer Make(string name, JsonElement settings, Tensor w)
    {
        var torch = Dialect.Torch;
        var keras = Dialect.Keras;
        switch (name)
        {
            case "SGD":
                return new SGD([w], Number("lr", 0), new SGDOptions
                {
                    Momentum = Number("momentum", 0),
                    Dampening = Number("dampening", 0),
                    Nesterov = Is("nesterov"),
                    WeightDecay = Number("weight_decay", 0),
                    VelocityHoldsRate = torch.VelocityHoldsRate,
                    DecayIsDecoupled = torch.DecayIsDecoupled,
                });
            case "Adam":
                return new Adam([w], Number("lr", 0.001), AdamOptions(0));
            case "AdamW":
                return new AdamW([w], Number("lr", 0.001), AdamOptions(torch.AdamWDecay!.Value));
            case "RMSprop":
                return new RMSprop([w], Number("lr", torch.RMSpropLearningRate!.Value), torch.RMSprop! with
                {
                    Decay = Number("alpha", torch.RMSprop.Decay),
                    Epsilon = Number("eps", torch.RMSprop.Epsilon),
                    Centered = Is("centered"),
                    Momentum = Number("momentum", 0),
                    WeightDecay = Number("weight_decay", 0),
                });
            case "Adagrad":
                return new Adagrad([w], Number("lr", torch.AdagradLearningRate!.Value), torch.Adagrad! with
                {
                    RateDecay = Number("lr_decay", 0),
                    InitialAccumulator = Number("initial_accumulator_value", torch.Adagrad.InitialAccumulator),
                    Epsilon = Number("eps", torch.Adagrad.Epsilon),
                    WeightDecay = Number("weight_decay", 0),
                });
            case "KerasSGD":
                return new SGD([w], Number("lr", keras.SGDLearningRate!.Value), new SGDOptions
                {
                    Momentum = Number("momentum", 0),
                    VelocityHoldsRate = keras.VelocityHoldsRate,
                });
            case "KerasRMSprop":
                return new RMSprop([w], Number("lr", keras.RMSpropLearningRate!.Value), keras.RMSprop! with
                {
                    Decay = Number("rho", keras.RMSprop.Decay),
                    Epsilon = Number("eps", keras.RMSprop.Epsilon),
                });
            default:
                Assert.Equal("KerasAdam", name);
                return new Adam([w], Number("lr", 0.001), new AdamOptions
                {
                    Beta1 = Number("b1", 0.9),
                    Beta2 = Number("b2", 0.999),
                    Epsilon = Number("eps", keras.AdamEpsilon),
                    EpsilonIsCorrected = keras.AdamEpsilonIsCorrected,
                });
        }

        AdamOptions AdamOptions(double decay) => new()
        {
            Beta1 = settings.TryGetProperty("betas", out var betas) ? betas[0].GetDouble() : 0.9,
            Beta2 = settings.TryGetProperty("betas", out betas) ? betas[1].GetDouble() : 0.999,
            Epsilon = Number("eps", torch.AdamEpsilon),
            EpsilonIsCorrected = torch.AdamEpsilonIsCorrected,
            WeightDecay = Number("weight_decay", decay),
            DecayIsDecoupled = torch.DecayIsDecoupled,
        };

        double Number(string key, double otherwise) => settings.TryGetProperty(key, out var value) ? value.GetDouble() : otherwise;

        bool Is(string key) => settings.TryGetProperty(key, out var value) && value.GetBoolean();
    }
}
