using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Nn.Layers;
using CourseKit.Nn.Losses;
using CourseKit.Nn.Optimizers;
using CourseKit.Nn.Schedules;
using CourseKit.Nn.Training;
using CourseKit.Numerics;

namespace CourseKit.Tests.Nn;

internal static class NnErrors
{
    private static readonly Tensor Weight = Tensor.Ones([2, 3]).RequireGrad();

    [ErrorCases]
    public static IEnumerable<(string Name, Action Trigger)> Cases() =>
    [
        ("Autograd: memory of a step", ReadAfterItsStep),
        ("Nn: adagrad, accumulator", () => _ = new Adagrad([Weight], 0.1, new AdagradOptions { InitialAccumulator = -1 })),
        ("Nn: class weights, class without", () => new ClassWeightedLoss(new CrossEntropyLoss(), [1, 2]).Of(Tensor.Zeros([1, 3]), new Samples(Tensor.Zeros([1]), new[] { 2 }))),
        ("Nn: class weights, negative", () => _ = new ClassWeightedLoss(new CrossEntropyLoss(), [1, -2])),
        ("Nn: conv2d, shapes", () => _ = new Conv2d(Weight, null, Sliding.Of(1, 0))),
        ("Nn: dropout, share", () => _ = new Dropout(1.5, () => 0)),
        ("Nn: flatten, single value", () => new Flatten().Call(Tensor.Scalar(1))),
        ("Nn: clone, other collection", () => _ = new Queued().Clone()),
        ("Nn: module list, called", () => new ModuleList().Call(Weight)),
        ("Nn: state dict, no such tensor", () => _ = new Linear(Weight, null).StateDict()["wieght"]),
        ("Nn: state dict, other names", () => new Linear(Weight, null).LoadStateDict(new StateDict(new Dictionary<string, Tensor> { ["wieght"] = Weight }))),
        ("Nn: state dict, other sizes", () => new Linear(Weight, null).LoadStateDict(new StateDict(new Dictionary<string, Tensor> { ["weight"] = Tensor.Ones([3, 2]) }))),
        ("Nn: adam, decays", () => _ = new Adam([Weight], 0.1, new AdamOptions { Beta1 = 1 })),
        ("Nn: clipping, limit", () => GradientClipping.ByNorm([Weight], 0)),
        ("Nn: evaluation, no samples", () => EvaluationOf(Weight).Of(new Samples(Tensor.Zeros([0, 2]), Tensor.Zeros([0, 3])))),
        ("Nn: l1 penalty", () => _ = new L1Penalty(Weight, -1)),
        ("Nn: l2 penalty", () => _ = new L2Penalty([Weight], -1, L2Form.WholeSquare)),
        ("Nn: lbfgs, options", () => _ = new LBFGS([Weight], new LBFGSOptions { History = 0 })),
        ("Nn: lbfgs, step without the loss", () => new LBFGS([Weight]).Step()),
        ("Nn: linear, shapes", () => _ = new Linear(Weight, Tensor.Ones([4]))),
        ("Nn: metric, area under the curve, thresholds", () => _ = new RunningAuc(1)),
        ("Nn: metric, targets", () => new RunningRecall().Add(Weight, new Samples(Weight, Tensor.Ones([2, 2])))),
        ("Nn: optimizer, learning rate", () => _ = new SGD([Weight], double.NaN)),
        ("Nn: optimizer, no weights", () => _ = new SGD([], 0.1)),
        ("Nn: optimizer, not a weight", () => _ = new SGD([Tensor.Ones([2])], 0.1)),
        ("Nn: optimizer, weight decay", () => _ = new AdamW([Weight], 0.1, new AdamOptions { WeightDecay = -0.1 })),
        ("Nn: plateau, dialect without it", () => _ = new ReduceOnPlateau(new SGD([Weight], 0.1), Dialect.ScikitLearn)),
        ("Nn: plateau, options", () => _ = new ReduceOnPlateau(new SGD([Weight], 0.1), Dialect.Keras, new ReduceOnPlateauOptions { Factor = 2 })),
        ("Nn: rmsprop, decay", () => _ = new RMSprop([Weight], 0.1, new RMSpropOptions { Decay = 1 })),
        ("Nn: samples, labels", () => _ = new Samples(Tensor.Ones([2, 3]), new[] { 1 })),
        ("Nn: samples, labels instead of targets", () => _ = new SquaredErrorLoss().Of(Weight, new Samples(Weight, new[] { 0, 1 }))),
        ("Nn: samples, targets instead of labels", () => _ = new NegativeLogLikelihoodLoss().Of(Weight, new Samples(Weight, Tensor.Ones([2, 3])))),
        ("Nn: schedule, argument", () => _ = new WarmUp(5, from: 2)),
        ("Nn: sgd, damped nesterov", () => _ = new SGD([Weight], 0.1, new SGDOptions { Momentum = 0.9, Nesterov = true, Dampening = 0.1 })),
        ("Nn: sgd, dampening", () => _ = new SGD([Weight], 0.1, new SGDOptions { Momentum = 0.9, Dampening = 1.5 })),
        ("Nn: sgd, momentum", () => _ = new SGD([Weight], 0.1, new SGDOptions { Momentum = 2 })),
        ("Nn: trainer, no samples", TrainOnNothing),
    ];

    private sealed class Queued : Module
    {
        public Queue<Module> Blocks { get; } = new([new ModuleList()]);

        public override Tensor Forward(Tensor x) => x;
    }

    private static void ReadAfterItsStep()
    {
        Tensor made;
        using (new MemoryScope().Open())
            made = Tensor.Ones([2]);
        _ = made[0];
    }

    private static Evaluation EvaluationOf(Tensor weight) => new()
    {
        Model = new Linear(weight, Tensor.Zeros([3])),
        Loss = new SquaredErrorLoss(),
    };

    private static void TrainOnNothing()
    {
        var layer = new Linear(Weight, Tensor.Zeros([3]));
        new Trainer { Model = layer, Loss = new SquaredErrorLoss(), Optimizer = new SGD(layer.Parameters(), 0.1) }
            .Fit(new Samples(Tensor.Zeros([0, 2]), Tensor.Zeros([0, 3])), 1);
    }
}
