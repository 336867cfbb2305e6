using CourseKit.Autograd;
using CourseKit.Nn;

namespace CourseKit.Keras;

/// <summary>A function without weights as a part of a network.</summary>
internal sealed class FunctionModule(Func<Tensor, Tensor> function) : Module
{
    public override Tensor Forward(Tensor x) => function(x);
}
