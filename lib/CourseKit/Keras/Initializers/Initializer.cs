using System.Text.Json.Serialization;
using CourseKit.Autograd;
using CourseKit.Nn;

namespace CourseKit.Keras.Initializers;

/// <summary>How weights start, by name or as an object: <c>KernelInitializer = "he_normal"</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "class_name")]
[JsonDerivedType(typeof(GlorotUniform), nameof(GlorotUniform))]
[JsonDerivedType(typeof(GlorotNormal), nameof(GlorotNormal))]
[JsonDerivedType(typeof(HeUniform), nameof(HeUniform))]
[JsonDerivedType(typeof(HeNormal), nameof(HeNormal))]
[JsonDerivedType(typeof(LecunUniform), nameof(LecunUniform))]
[JsonDerivedType(typeof(LecunNormal), nameof(LecunNormal))]
[JsonDerivedType(typeof(RandomUniform), nameof(RandomUniform))]
[JsonDerivedType(typeof(RandomNormal), nameof(RandomNormal))]
[JsonDerivedType(typeof(TruncatedNormal), nameof(TruncatedNormal))]
[JsonDerivedType(typeof(Constant), nameof(Constant))]
[JsonDerivedType(typeof(Zeros), nameof(Zeros))]
[JsonDerivedType(typeof(Ones), nameof(Ones))]
public abstract record Initializer
{
    private static readonly NameTable<Initializer> Names = new("initializer",
        ("glorot_uniform", ["xavier_uniform"], () => new GlorotUniform()),
        ("glorot_normal", ["xavier_normal"], () => new GlorotNormal()),
        ("he_uniform", [], () => new HeUniform()),
        ("he_normal", [], () => new HeNormal()),
        ("lecun_uniform", [], () => new LecunUniform()),
        ("lecun_normal", [], () => new LecunNormal()),
        ("random_uniform", ["uniform"], () => new RandomUniform()),
        ("random_normal", ["normal"], () => new RandomNormal()),
        ("truncated_normal", [], () => new TruncatedNormal()),
        ("zeros", ["zero"], () => new Zeros()),
        ("ones", ["one"], () => new Ones()));

    private protected Initializer()
    {
    }

    /// <summary>The initializer of this name.</summary>
    /// <exception cref="ArgumentException">There is none; the nearest one is suggested.</exception>
    public static implicit operator Initializer(string name) => Names[name];

    /// <summary>What the weights are drawn from.</summary>
    internal abstract WeightDistribution Distribution(int fanIn, int fanOut);

    /// <summary>New weights of this shape.</summary>
    /// <param name="build">Where the layer is built.</param>
    /// <param name="shape">Of the weights.</param>
    /// <param name="fanIn">Values that one unit reads.</param>
    /// <param name="fanOut">Units that read one value.</param>
    internal Tensor Draw(LayerBuild build, Shape shape, int fanIn, int fanOut) =>
        Distribution(fanIn, fanOut).Draw(shape, build.DType, build.Random);
}
