using CourseKit.Autograd;
using CourseKit.Keras;
using CourseKit.Keras.Callbacks;
using CourseKit.Keras.Layers;
using CourseKit.Keras.Losses;
using CourseKit.Keras.Metrics;
using CourseKit.Keras.Optimizers;
using CourseKit.Keras.Regularizers;
using CourseKit.Nn;
using Sequential = CourseKit.Keras.Sequential;

namespace CourseKit.Tests.Keras;

internal static class KerasErrors
{
    private static readonly Tensor X = Tensor.Zeros([4, 25]);
    private static readonly int[] Labels = [0, 1, 2, 3];

    [ErrorCases]
    public static IEnumerable<(string Name, Action Trigger)> Layers() =>
    [
        ("Keras: activation, unknown", () => _ = new Dense(3, "rleu")),
        ("Keras: batch normalization, momentum", () => _ = new BatchNormalization(momentum: 1)),
        ("Keras: convolution, filters", () => _ = new Conv2D(0, 3)),
        ("Keras: convolution, kernel", () => _ = new Conv2D(8, (3, 0))),
        ("Keras: convolution, no images", () => _ = new Sequential([new Conv2D(8, 3)], [25])),
        ("Keras: convolution, no channel", () => _ = new Sequential([new Conv2D(8, 3) { Name = "first" }], [28, 28])),
        ("Keras: convolution, padding", () => _ = new Conv2D(8, 3, padding: "sam")),
        ("Keras: convolution, smaller image", () => _ = new Sequential([new Conv2D(8, 3)], [2, 2, 1])),
        ("Keras: dropout, rate", () => _ = new Dropout(50)),
        ("Keras: pooling, no images", () => _ = new Sequential([new MaxPooling2D()], [28, 28])),
        ("Keras: pooling, strides", () => _ = new AveragePooling2D(strides: 0)),
        ("Keras: dense, units", () => _ = new Dense(0)),
        ("Keras: dense, images", () => _ = new Sequential([new Dense(3)], [28, 28])),
        ("Keras: initializer, unknown", () => _ = new Dense(3) { KernelInitializer = "he_norml" }),
        ("Keras: input layer, no shape", () => _ = new InputLayer()),
        ("Keras: layers, one name", () => _ = new Sequential([new Dense(3) { Name = "a" }, new Dense(3) { Name = "a" }], [2])),
        ("Keras: layers, added late", AddLate),
        ("Keras: regularizer, strength", () => _ = new L2(-1)),
        ("Keras: regularizer, unknown", () => _ = new Dense(3) { KernelRegularizer = "l3" }),
        ("Keras: sequential, seed", () => _ = new Sequential(seed: -1)),
        ("Keras: softmax of images", () => _ = new Sequential([new Activation("softmax")], [28, 28])),
    ];

    [ErrorCases]
    public static IEnumerable<(string Name, Action Trigger)> Compiling() =>
    [
        ("Keras: loss, none", () => new Sequential().Compile("adam")),
        ("Keras: loss, unknown", () => new Sequential().Compile("adam", "CategoricalCrosentropy")),
        ("Keras: loss, delta", () => _ = new Huber(0)),
        ("Keras: loss, smoothing", () => _ = new CategoricalCrossentropy(LabelSmoothing: 2)),
        ("Keras: metric, of values beside labels", () => new Sequential().Compile("adam", "sparse_categorical_crossentropy", "mse")),
        ("Keras: metric, unknown", () => new Sequential().Compile("adam", "mse", metrics: ["acuracy"])),
        ("Keras: metric, k", () => _ = new TopKCategoricalAccuracy(0)),
        ("Keras: optimizer, learning rate", () => _ = new SGD(0)),
        ("Keras: optimizer, unknown", () => new Sequential().Compile("adamm", "mse")),
    ];

    [ErrorCases]
    public static IEnumerable<(string Name, Action Trigger)> Fitting() =>
    [
        ("Keras: fit, class weights", () => Model().Fit(X, Labels, classWeight: [1, 2])),
        ("Keras: fit, class weights of values", () => Model("mse").Fit(X, Tensor.Ones([4, 10]), classWeight: [1, 2])),
        ("Keras: fit, epochs", () => Model().Fit(X, Labels, epochs: 0)),
        ("Keras: fit, layers", () => Compiled(new Sequential()).Fit(X, Labels)),
        ("Keras: fit, not compiled", () => new Sequential([new Dense(10)], [25]).Fit(X, Labels)),
        ("Keras: fit, no activation for its loss", () => Compiled(new Sequential([new Dense(1)], [25]), "binary_crossentropy").Fit(X, Tensor.Zeros([4, 1]))),
        ("Keras: fit, no softmax for its loss", () => Compiled(new Sequential([new Dense(10)], [25])).Fit(X, Labels)),
        ("Keras: fit, not flat", () => Model().Fit(Tensor.Zeros([4, 5, 5]), Labels)),
        ("Keras: fit, shape", () => Model().Fit(Tensor.Zeros([4, 24]), Labels)),
        ("Keras: fit, validation data", () => Model().Fit(X, Labels, validationData: (X, new[] { 1 }))),
        ("Keras: fit, validation split 0", () => Model().Fit(X, Labels, validationSplit: 0)),
        ("Keras: fit, validation split 1", () => Model().Fit(X, Labels, validationSplit: 1)),
        ("Keras: fit, validation split leaves nothing", () => Model().Fit(X, Labels, validationSplit: 0.9)),
        ("Keras: fit, validation twice", () => Model().Fit(X, Labels, validationSplit: 0.5, validationData: (X, Labels))),
        ("Keras: history, name", () => _ = Model().Fit(X, Labels, verbose: 0)["los"]),
        ("Keras: logs, name", () => _ = Model().Evaluate(X, Labels)["acuracy"]),
        ("Keras: callback without a model", () => _ = new Idle().Model),
        ("Keras: predict, not built", () => new Sequential([new Dense(3)]).Predict(X)),
        ("Keras: predict classes of images", () => new Sequential([new Rescaling(2)], [5, 5]).PredictClasses(X)),
        ("Keras: summary, not built", () => new Sequential([new Dense(3)]).Summary()),
    ];

    [ErrorCases]
    public static IEnumerable<(string Name, Action Trigger)> Targets() =>
    [
        ("Keras: targets, fewer", () => Model().Fit(X, new[] { 1, 2 })),
        ("Keras: targets, labels for one-hot", () => Model("categorical_crossentropy").Fit(X, Labels)),
        ("Keras: targets, labels outside", () => Model().Fit(X, new[] { 1, 2, 3, 10 })),
        ("Keras: targets, labels for values", () => Model("mse").Fit(X, Labels)),
        ("Keras: targets, labels that are not whole", () => Model().Fit(X, new[] { 0, 0.5, 1, 2 })),
        ("Keras: targets, one-hot for labels", () => Model().Fit(X, Labels.ToCategorical(10))),
        ("Keras: targets, signs", () => Model("hinge").Fit(X, Tensor.Full([4, 10], 2))),
        ("Keras: targets, several in a row", () => Model("categorical_crossentropy").Fit(X, Tensor.Ones([4, 10]))),
        ("Keras: targets, shares", () => Model("binary_crossentropy").Fit(X, Tensor.Full([4, 10], 2))),
        ("Keras: targets, width", () => Model("mse").Fit(X, Tensor.Ones([4, 9]))),
        ("Keras: to categorical, label", () => new[] { 1, 5 }.ToCategorical(3)),
        ("Keras: to categorical, none", () => Array.Empty<int>().ToCategorical()),
    ];

    [ErrorCases]
    public static IEnumerable<(string Name, Action Trigger)> Callbacks() =>
    [
        ("Keras: callback, checkpoint's name", () => FitWith(new ModelCheckpoint("{val_los}.safetensors"))),
        ("Keras: callback, early stopping, numbers", () => _ = new EarlyStopping(patience: -1)),
        ("Keras: callback, mode", () => _ = new EarlyStopping(mode: "maxx")),
        ("Keras: callback, monitor", () => FitWith(new EarlyStopping("acuracy"))),
        ("Keras: callback, monitor without validation", () => FitWith(new EarlyStopping())),
        ("Keras: callback, plateau, numbers", () => FitWith(new ReduceLROnPlateau("loss", factor: 2))),
        ("Keras: learning rate, negative", () => Model().LearningRate = -1),
        ("Keras: weights, shapes", () => Model().SetWeights([Tensor.Ones([25, 9]), Tensor.Ones([10])])),
    ];

    [ErrorCases]
    public static IEnumerable<(string Name, Action Trigger)> Files() =>
    [
        ("Keras: model file, activation", () => Changed("softmax", "softmaxx")),
        ("Keras: model file, size", () => Changed("\u0022kernel_size\u0022:[1,1]", "\u0022kernel_size\u0022:[1]", Images())),
        ("Keras: model file, another one", () => Changed("coursekit.keras/1", "coursekit.keras/9")),
        ("Keras: model file, layer", () => Changed("\u0022Dense\u0022", "\u0022Dance\u0022")),
        ("Keras: model file, shape", () => Changed("\u0022units\u0022:10", "\u0022units\u0022:9")),
        ("Keras: model file, weight", () => Changed("dense/kernel", "dense/kettle")),
    ];

    private static void FitWith(Callback callback) => Model().Fit(X, Labels, verbose: 0, callbacks: [callback]);

    // The same relative name each time, so that messages read the same on every machine.
    private static void Changed(string from, string to, Sequential? model = null)
    {
        const string Name = "keras-errors.safetensors";
        try
        {
            (model ?? Model()).Save(Name);
            var file = SafeTensorsFile.Load(Name);
            Assert.Contains(file.Metadata.Values.Concat(file.Tensors.Keys), text => text.Contains(from, StringComparison.Ordinal));
            new SafeTensorsFile(
                file.Tensors.ToDictionary(entry => entry.Key.Replace(from, to, StringComparison.Ordinal), entry => entry.Value),
                file.Metadata.ToDictionary(entry => entry.Key, entry => entry.Value.Replace(from, to, StringComparison.Ordinal))).Save(Name);
            Sequential.Load(Name);
        }
        finally
        {
            File.Delete(Name);
        }
    }

    private static Sequential Model(string loss = "sparse_categorical_crossentropy") =>
        Compiled(new Sequential([new Dense(10, "softmax")], [25]), loss);

    private static Sequential Compiled(Sequential model, string loss = "sparse_categorical_crossentropy")
    {
        model.Compile("adam", loss, "accuracy");
        return model;
    }

    private static Sequential Images() => new([new Conv2D(1, 1)], [2, 2, 1]);

    private static void AddLate()
    {
        var model = Model();
        model.Fit(X, Labels, verbose: 0);
        model.Add(new Dense(3));
    }

    private sealed class Idle : Callback;
}
