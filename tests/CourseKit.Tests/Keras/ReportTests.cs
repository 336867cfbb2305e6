using CourseKit.Data;
using CourseKit.Keras;
using CourseKit.Keras.Layers;
using CourseKit.Keras.Optimizers;

namespace CourseKit.Tests.Keras;

/// <summary>The reports R2 Q4 and R4 as their authors typed them, on the data that is there.</summary>
public sealed class ReportTests
{
    [Fact]
    public void Persian_digits_are_typed_as_in_the_report()
    {
        var (train, test) = Hoda.Load();
        var (xTrain, xTest) = (train.ToTensor(Scaling.Unit), test.ToTensor(Scaling.Unit));
        var (yTrain, yTest) = (train.Y.ToCategorical(10), test.Y.ToCategorical(10));

        var model = new Sequential([
            new InputLayer(25),
            new Dense(50, activation: "relu"),
            new Dense(30, activation: "relu"),
            new Dense(15, activation: "relu"),
            new Dense(10, activation: "softmax"),
        ]);
        model.Compile(optimizer: "adam", loss: "CategoricalCrossentropy", metrics: "accuracy");
        var history = model.Fit(xTrain, yTrain, batchSize: 64, epochs: 20, validationSplit: 0.2, verbose: 0);
        var (loss, accuracy) = model.Evaluate(xTest, yTest);

        Assert.Equal(["loss", "accuracy", "val_loss", "val_accuracy"], history.Names);
        Assert.Equal(20, history["val_loss"].Length);
        Assert.True(history["loss"][^1] < 1.5);
        Assert.True(accuracy > 0.5);
        Assert.Equal(accuracy, test.Y.Zip(model.PredictClasses(xTest), (a, b) => a == b ? 1.0 : 0).Average(), 1e-12);
        Assert.True(loss > 0);
    }

    [Fact]
    public void Clothes_are_typed_as_in_the_report()
    {
        var images = FashionMnist.Load().Train;
        var (valid, train) = images.SplitAt(400).Train.SplitAt(100);

        var model = new Sequential();
        model.Add(new Flatten { InputShape = [28, 28] });
        model.Add(new Dense(300, "relu"));
        model.Add(new Dense(100, "relu"));
        model.Add(new Dense(10, "softmax"));
        model.Compile(optimizer: new SGD(0.01, momentum: 0.9), loss: "sparse_categorical_crossentropy", metrics: ["accuracy"]);
        var history = model.Fit(
            train.ToTensor(Scaling.Unit).Reshape(-1, 28, 28), train.Y, epochs: 3, verbose: 0,
            validationData: (valid.ToTensor(Scaling.Unit).Reshape(-1, 28, 28), valid.Y));

        Assert.Equal(3, history["val_accuracy"].Length);
        Assert.True(history["loss"][2] < history["loss"][0]);
    }

    [RealDataFact("hoda")]
    public void Persian_digits_give_the_numbers_of_the_rerun()
    {
        var (train, test) = Hoda.Load();
        (int[] Hidden, double Train, double Test)[] expected = [([], 0.874, 0.878), ([15], 0.912, 0.902), ([50, 30, 15], 0.990, 0.920)];

        foreach (var (hidden, onTrain, onTest) in expected)
        {
            var runs = Enumerable.Range(0, 5).Select(seed => HodaRun(train, test, hidden, seed)).ToArray();

            Assert.Equal(onTrain, runs.Average(run => run.Train), 0.015);
            Assert.Equal(onTest, runs.Average(run => run.Test), 0.015);
        }
    }

    // The network after the last epoch on the 800 rows that it learned from and on the test part.
    private static (double Train, double Test) HodaRun(ImageDataset train, ImageDataset test, int[] hidden, int seed)
    {
        var model = new Sequential([.. hidden.Select(units => new Dense(units, "relu")), new Dense(10, "softmax")], [25], seed);
        model.Compile("adam", "categorical_crossentropy", "accuracy");
        model.Fit(train.ToTensor(Scaling.Unit), train.Y.ToCategorical(10), 64, 100, verbose: 0, validationSplit: 0.2);
        var learned = train.SplitAt(800).Train;
        return (model.Evaluate(learned.ToTensor(Scaling.Unit), learned.Y.ToCategorical(10))["accuracy"],
            model.Evaluate(test.ToTensor(Scaling.Unit), test.Y.ToCategorical(10))["accuracy"]);
    }
}
