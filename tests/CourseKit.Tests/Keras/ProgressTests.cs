using System.Globalization;
using CourseKit.Autograd;
using CourseKit.Display;
using CourseKit.Keras;
using CourseKit.Keras.Layers;
using CourseKit.Keras.Optimizers;
using CourseKit.Tests.Data.Fetching;

namespace CourseKit.Tests.Keras;

/// <summary>One collection, since a host is process-wide.</summary>
[Collection("Console")]
public sealed class ProgressTests : IDisposable
{
    public void Dispose() => AppContext.SetData(Notebook.HostKey, null);

    [Fact]
    public void Two_is_a_line_for_each_epoch()
    {
        var log = new StringWriter { NewLine = "\n" };

        Model(log).Fit(Tensor.Zeros([5, 1]), new[] { 0.5, 0.5, 0.5, 0.5, 0.5 }, batchSize: 2, epochs: 2, verbose: 2, validationSplit: 0.2);

        Assert.Equal(
            """
            Epoch 1/2
            2/2 - 0s - loss: 0.2500 - val_loss: 0.2500 - 0s/epoch - 0s/step
            Epoch 2/2
            2/2 - 0s - loss: 0.2500 - val_loss: 0.2500 - 0s/epoch - 0s/step

            """.ReplaceLineEndings("\n"),
            log.ToString());
    }

    [Theory]
    [InlineData(1, new[] { 1 })]
    [InlineData(10, new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })]
    [InlineData(100, new[] { 1, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100 })]
    public void Where_nothing_can_be_replaced_a_few_epochs_are_written(int epochs, int[] expected)
    {
        var log = new StringWriter { NewLine = "\n" };

        Model(log).Fit(Tensor.Zeros([5, 1]), new double[5], epochs: epochs);

        var written = log.ToString().Split('\n').Where(line => line.StartsWith("Epoch ", StringComparison.Ordinal));
        Assert.Equal(expected.Select(epoch => $"Epoch {epoch}/{epochs}"), written);
    }

    [Fact]
    public void Zero_is_silent()
    {
        var log = new StringWriter();

        Model(log).Fit(Tensor.Zeros([5, 1]), new double[5], verbose: 0);

        Assert.Empty(log.ToString());
    }

    [Fact]
    public void In_a_notebook_one_display_grows_by_an_epoch_at_a_time()
    {
        List<(string Verb, string Id, string Text)> calls = [];
        AppContext.SetData(Notebook.HostKey, new Dictionary<string, Delegate>
        {
            ["show"] = new Action<string, object>((id, value) => calls.Add(("show", id, ((RichView)value).ToText()))),
            ["update"] = new Action<string, object>((id, value) => calls.Add(("update", id, ((RichView)value).ToText()))),
            ["log"] = new Func<TextWriter>(() => TextWriter.Null),
        });

        Model(log: null).Fit(Tensor.Zeros([4, 1]), new double[4], batchSize: 1, epochs: 2);

        Assert.Equal(["show", "update"], calls.Select(call => call.Verb));
        Assert.Single(calls.Select(call => call.Id).Distinct());
        const string Bar = "4/4 [==============================] - 0s 0s/step - loss: 0.0000e+00";
        Assert.Equal($"Epoch 1/2\n{Bar}\nEpoch 2/2\n{Bar}", calls[1].Text);
    }

    [Fact]
    public void Of_many_short_epochs_the_first_and_the_last_are_shown_and_what_a_second_has_room_for()
    {
        var texts = new List<string>();
        var html = "";
        AppContext.SetData(Notebook.HostKey, new Dictionary<string, Delegate>
        {
            ["show"] = new Action<string, object>((_, value) => texts.Add(((RichView)value).ToText())),
            ["update"] = new Action<string, object>((_, value) =>
            {
                texts.Add(((RichView)value).ToText());
                html = ((RichView)value).ToHtml();
            }),
            ["log"] = new Func<TextWriter>(() => TextWriter.Null),
        });

        Model(log: null).Fit(Tensor.Zeros([4, 1]), new double[4], epochs: 30);

        // The clock stands still: nothing but the first and the last is due. The text has the first, every fifth and the last; the page has all.
        Assert.Equal(2, texts.Count);
        Assert.Equal([1, 5, 10, 15, 20, 25, 30],
            texts[1].Split('\n').Where(line => line.StartsWith('E')).Select(line => int.Parse(line[6..line.IndexOf('/', StringComparison.Ordinal)], CultureInfo.InvariantCulture)));
        Assert.Contains("Epoch 29/30", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_writes_over_its_last_line()
    {
        var terminal = new StringWriter { NewLine = "\n" };
        var screen = new TerminalScreen(terminal, () => 30);

        screen.Replace("Epoch 1/2", "long line");
        screen.Finish("Epoch 1/2", "short", isDue: false);
        screen.Finish("Epoch 2/2", new string('x', 50), isDue: false);

        Assert.Equal($"Epoch 1/2\n\rlong line\rshort    \nEpoch 2/2\n\r{new string('x', 29)}\n", terminal.ToString());
    }

    [Theory]
    [InlineData(0, 13, " 0/13 [..............................]")]
    [InlineData(1, 13, " 1/13 [=>............................]")]
    [InlineData(7, 13, " 7/13 [===============>..............]")]
    [InlineData(13, 13, "13/13 [==============================]")]
    public void The_bar_is_Keras_bar(int done, int total, string expected) => Assert.Equal(expected, EpochLine.Bar(done, total));

    [Theory]
    [InlineData(0.48312, "0.4831")]
    [InlineData(0.0001, "1.0000e-04")]
    [InlineData(12.5, "12.5000")]
    [InlineData(double.NaN, "nan")]
    [InlineData(double.PositiveInfinity, "inf")]
    [InlineData(double.NegativeInfinity, "-inf")]
    public void Numbers_are_written_as_Keras_writes_them(double value, string expected) => Assert.Equal(expected, EpochLine.Number(value));

    [Theory]
    [InlineData(26, 13, "2s/step")]
    [InlineData(0.026, 13, "2ms/step")]
    [InlineData(0.0005, 10, "50us/step")]
    public void The_pace_is_written_in_a_fitting_unit(double seconds, int steps, string expected) =>
        Assert.Equal(expected, EpochLine.Pace(TimeSpan.FromSeconds(seconds), steps, "step"));

    [Theory]
    [InlineData(42, "42s")]
    [InlineData(65, "1:05")]
    [InlineData(3700, "1:01:40")]
    public void The_time_left_is_written_as_Keras_writes_it(double seconds, string expected) =>
        Assert.Equal(expected, EpochLine.Left(TimeSpan.FromSeconds(seconds)));

    private static Sequential Model(TextWriter? log)
    {
        var model = new Sequential([new Dense(1) { KernelInitializer = "zeros" }], [1]) { Log = log, Time = new ManualTime() };
        model.Compile(new SGD(1e-9), "mse");
        return model;
    }
}
