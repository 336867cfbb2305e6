using CourseKit.Autograd;
using CourseKit.Checks;
using CourseKit.Data;
using CourseKit.Learn;
using static CourseKit.Autograd.Functions;

namespace CourseKit.Tests.Checks;

/// <remarks>In the collection of those that draw from the stream of the process, which no two tests may do at once.</remarks>
[Collection("Torch")]
public class CheckTests
{
    private static readonly double[,] Square = { { 1, 2 }, { 3, 4 } };

    [Fact]
    public void What_is_right_passes_in_silence()
    {
        var x = Tensor.From([0.5, -2, 3]);

        Check.True(1 < 2);
        Check.Equal("a", "a");
        Check.Equal(new List<int> { 1, 2 }, [1, 2]);
        Check.Equal(new[] { "a", "b" }, ["a", "b"]);
        Check.Close(1e6 + 0.5, 1e6);
        Check.Close(double.PositiveInfinity, double.PositiveInfinity);
        Check.Close(new[] { 1.0, 2 }, new[] { 1.0, 2 + 1e-7 });
        Check.Close(Square, Tensor.From(Square));
        Check.Shape(Square, [2, 2]);
        Check.Throws<ArgumentException>(() => throw new ArgumentNullException("x"), "x");
        Check.Between(0.5, 0.5, 1);
        Check.Finite(x);
        Check.Probabilities(Softmax(Tensor.From(Square)));
        Check.Probabilities(Softmax(x));
        Check.Decreasing([2.3, 2.4, 1.1], byFactor: 2);
        Check.SameTwice(() => x * 2);
        Check.Gradient(Sigmoid, x);
        Check.Gradient(Sigmoid, v => Sigmoid(v) * (1 - Sigmoid(v)), x);
        Check.Gradient(v => (v * v).Sum(), v => 2 * v, x);
    }

    [Fact]
    public void Accuracy_takes_every_front_end_by_its_predict()
    {
        var (train, test) = Digits.Load().Take(Enumerable.Range(0, 300).ToArray()).SplitAt(200);
        var mlp = new MLPClassifier { HiddenLayerSizes = [20], RandomState = 1, MaxIter = 30 }.Fit(train.X, train.Y);
        var network = new CourseKit.Nn.Sequential(new CourseKit.Torch.Linear(64, 10));

        Check.Accuracy(mlp.Predict, test, atLeast: mlp.Score(test.X, test.Y));
        var error = Assert.Throws<CheckException>(() => Check.Accuracy(network.Call, test.ToTensor(Scaling.Unit), test.Y, atLeast: 0.9));

        Assert.StartsWith("network.Call: an accuracy of 0.9 or more is required; received ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0, " All are 0: in C#, 1 / 2 of whole numbers is 0. Write 1.0 / 2.")]
    [InlineData(-0.25, " The sign is the other way round.")]
    [InlineData(0.75, " That is 1 − the right number.")]
    [InlineData(double.NaN, " NaN comes of 0/0, of ∞ − ∞, or of the logarithm of a negative number.")]
    [InlineData(double.PositiveInfinity, " ∞ comes of Exp of a large number, of a division by 0, or of the logarithm of 0.")]
    [InlineData(0.5, " That is 2 times too large.")]
    [InlineData(0.25 / 0.6931471805599453, " That is a logarithm to the base 2; the natural one is required.")]
    [InlineData(0.3, "")]
    public void A_wrong_number_leads_to_its_cause(double came, string hint) => Assert.Equal(hint, Hints.For([came], [0.25]));

    [Fact]
    public void Wrong_tables_lead_to_their_cause()
    {
        Assert.Equal(" These are the right numbers, but rows and columns are exchanged.", Hints.For([1, 3, 2, 4], [1, 2, 3, 4], [2, 2]));
        Assert.Equal(" These are the right numbers in another order.", Hints.For([4, 3, 2, 1.5], [1.5, 2, 3, 4], [4]));
        Assert.Equal(" All are off by 0.5.", Hints.For([1.5, 2.5, 7.5], [1, 2, 7], [3]));
        Assert.Equal(" All are 4 times too large: a sum in place of a mean?", Hints.For([4, 8, 12, 28], [1, 2, 3, 7], [2, 2]));
        Assert.Equal(" All are 4 times too small: a mean in place of a sum?", Hints.For([0.25, 0.5, 0.75, 1.75], [1, 2, 3, 7], [4]));
        Assert.Equal("", Hints.For([1, 2, 3, 8], [1, 2, 3, 7], [4]));
    }

    [Fact]
    public void The_softmax_over_the_wrong_axis_is_told_so()
    {
        var z = Tensor.From(new double[,] { { 1, 2, 3 }, { 4, 0, 1 } });

        var error = Assert.Throws<CheckException>(() => Check.Probabilities(Softmax(z, 0)));

        Assert.Equal("Softmax(z, 0): rows that sum to 1 are required; they sum to 1.81, 1.19. The columns sum to 1: did you sum over the wrong axis?", error.Message);
    }

    [Fact]
    public void Code_that_is_still_to_be_written_says_so_and_not_that_it_throws() =>
        Assert.Throws<NotImplementedException>(() => Check.Throws<ArgumentException>(() => throw new NotImplementedException("F: your code here")));
}
