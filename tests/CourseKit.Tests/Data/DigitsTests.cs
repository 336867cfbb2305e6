using CourseKit.Data;

namespace CourseKit.Tests.Data;

public class DigitsTests
{
    // Sums and counts: awk over the file; scikit-learn's load_digits().data.sum() is 561718 too.
    [Fact]
    public void All_1797_digits_are_read_in_the_order_of_the_file()
    {
        var digits = Digits.Load();

        Assert.Equal(1797, digits.Count);
        Assert.Equal((1797, 64), (digits.X.GetLength(0), digits.X.GetLength(1)));
        Assert.Equal(561718, digits.X.Cast<double>().Sum());
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1], digits.Y[..12]);
        Assert.Equal([9, 0, 8, 9, 8], digits.Y[^5..]);
        Assert.Equal([178, 182, 177, 183, 181, 182, 181, 179, 174, 180], digits.Y.CountBy(y => y).OrderBy(c => c.Key).Select(c => c.Value));
        Assert.Equal<byte>([0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0], digits.Row(0)[..16].ToArray());
    }

    [Fact]
    public void The_split_of_the_course_is_the_first_1000_and_the_other_797()
    {
        var (train, test) = Digits.Load().SplitAt(1000);

        Assert.Equal((1000, 797), (train.Count, test.Count));
        Assert.Equal((314334, 561718 - 314334), (train.X.Cast<double>().Sum(), test.X.Cast<double>().Sum()));
        Assert.Equal("UCI digits, 1000 images", train.Title);
    }

    [Fact]
    public void The_checksum_in_the_readme_is_that_of_the_file()
    {
        var sum = Checksum.Of(File.ReadAllBytes(Repository.PathOf("data", "digits.csv.gz")));

        Assert.Contains(sum, File.ReadAllText(Repository.PathOf("data", "README.md")), StringComparison.Ordinal);
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Digits from a changed file", () => Digits.Read([1, 2, 3])),
    ];
}
