using CourseKit.Keras;
using CourseKit.Keras.Layers;

namespace CourseKit.Tests.Keras;

public sealed class SummaryTests
{
    [Theory]
    [InlineData(new int[0], "Softmax")]
    [InlineData(new[] { 15 }, "Hidden15")]
    [InlineData(new[] { 50, 30, 15 }, "Hidden50-30-15")]
    public void Persian_digits_are_summed_up_as_Keras_2_does(int[] hidden, string name)
    {
        var model = new Sequential([
            new InputLayer(25),
            .. hidden.Select(units => new Dense(units, "relu")),
            new Dense(10, "softmax"),
        ]);

        Approved.Check(model.ToText(), $"Summary.{name}.txt");
    }

    [Fact]
    public void Clothes_are_summed_up_as_earlier_releases_do()
    {
        var model = new Sequential { Log = new StringWriter { NewLine = "\n" } };
        model.Add(new Flatten { InputShape = [28, 28] });
        model.Add(new Dense(300, "relu"));
        model.Add(new Dense(100, "relu"));
        model.Add(new Dense(10, "softmax"));

        model.Summary(SummaryFormat.Ruled);

        Approved.Check(model.Log.ToString()!, "Summary.Ruled.txt");
    }

    [Fact]
    public void A_convolutional_network_is_summed_up_in_both_forms()
    {
        var model = new Sequential(
            [
                new Rescaling(1 / 255.0),
                new Conv2D(32, 3, activation: "relu"),
                new BatchNormalization(),
                new MaxPooling2D(2),
                new Conv2D(64, (3, 5), padding: "same", activation: "relu"),
                new AveragePooling2D((2, 3)),
                new Dropout(0.25),
                new Flatten(),
                new Dense(10, "softmax"),
            ],
            inputShape: [28, 28, 1]);
        model.Log = new StringWriter { NewLine = "\n" };

        model.Summary();
        model.Summary(SummaryFormat.Ruled);

        Approved.Check(model.Log.ToString()!, "Summary.Convolutional.txt");
    }

    [Fact]
    public void Long_names_go_on_in_the_next_line_or_are_cut()
    {
        var model = new Sequential([new Dense(3) { Name = "a_layer_with_a_very_long_name" }], [2]) { Log = new StringWriter { NewLine = "\n" } };

        model.Summary();
        model.Summary(SummaryFormat.Ruled);

        Approved.Check(model.Log.ToString()!, "Summary.LongNames.txt");
    }

    [Fact]
    public void In_a_notebook_the_model_is_a_table_with_its_totals()
    {
        var model = new Sequential([new Dense(1, "sigmoid")], [2], name: "<xor>");

        var html = model.ToHtml();

        Assert.Contains("Model: &quot;&lt;xor&gt;&quot;", html, StringComparison.Ordinal);
        Assert.Contains("dense (Dense)", html, StringComparison.Ordinal);
        Assert.Contains("(None, 1)", html, StringComparison.Ordinal);
        Assert.Contains("Total params: 3 (12.00 Byte)", html, StringComparison.Ordinal);
        Assert.Equal("Model \"<xor>\": 1 layers, 3 weights", model.ToString());
    }

    [Fact]
    public void A_model_that_is_not_built_says_so_in_one_line()
    {
        var model = new Sequential([new Dense(3)]);

        Assert.Equal("Sequential \"sequential\": 1 layers, not built yet", model.ToText());
    }
}
