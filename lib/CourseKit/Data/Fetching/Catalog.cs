namespace CourseKit.Data.Fetching;

/// <summary>All sets that the library knows.</summary>
public static class Catalog
{
    private const string MnistTerms = "published by its authors for free use; no licence is stated";

    /// <summary>The 1797 digits that the library carries.</summary>
    public static CatalogEntry Digits { get; } = new()
    {
        Name = "digits",
        Title = "UCI digits",
        Contents = "1797 handwritten digits of 8×8",
        Origin = "Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak, UCI Machine Learning Repository",
        Licence = "CC BY 4.0",
        ClassNames = DatasetInfo.DigitNames,
    };

    /// <summary>MNIST: 60 000 + 10 000 digits.</summary>
    public static CatalogEntry Mnist { get; } = new()
    {
        Name = "mnist",
        Title = "MNIST",
        Contents = "60 000 + 10 000 handwritten digits of 28×28",
        Origin = "MNIST, Y. LeCun, C. Cortes and C. Burges",
        Licence = MnistTerms,
        ClassNames = DatasetInfo.DigitNames,
        Files = Files(
            ["https://storage.googleapis.com/cvdf-datasets/mnist/", "https://ossci-datasets.s3.amazonaws.com/mnist/"],
            ("train-images-idx3-ubyte.gz", 9912422, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
            ("train-labels-idx1-ubyte.gz", 28881, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
            ("t10k-images-idx3-ubyte.gz", 1648877, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
            ("t10k-labels-idx1-ubyte.gz", 4542, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6")),
    };

    /// <summary>Fashion-MNIST: 60 000 + 10 000 pictures of clothes.</summary>
    public static CatalogEntry FashionMnist { get; } = new()
    {
        Name = "fashion-mnist",
        Title = "Fashion-MNIST",
        Contents = "60 000 + 10 000 pictures of clothes of 28×28",
        Origin = "Fashion-MNIST, H. Xiao, K. Rasul and R. Vollgraf, Zalando SE, arXiv:1708.07747",
        Licence = "MIT",
        ClassNames = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"],
        Files = Files(
            [
                "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
                "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
            ],
            ("train-images-idx3-ubyte.gz", 26421880, "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
            ("train-labels-idx1-ubyte.gz", 29515, "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
            ("t10k-images-idx3-ubyte.gz", 4422102, "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
            ("t10k-labels-idx1-ubyte.gz", 5148, "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5")),
    };

    /// <summary>Hoda: 60 000 Persian digits.</summary>
    public static CatalogEntry Hoda { get; } = new()
    {
        Name = "hoda",
        Title = "Hoda",
        Contents = "60 000 handwritten Persian digits of many sizes",
        Origin = "Hoda, H. Khosravi and E. Kabir, Tarbiat Modares University and Hoda System Corp.",
        Licence = "research and non-commercial use only",
        ClassNames = DatasetInfo.DigitNames,
        Files = Files(
            [
                "https://raw.githubusercontent.com/Alireza-Akhavan/class.vision/8a6f44e05976d20d7b9fd9718feeb7fd0760da0c/dataset/",
                "https://raw.githubusercontent.com/Alireza-Akhavan/class.vision/master/dataset/",
            ],
            ("Data_hoda_full.mat", 3989009, "39629eb751892b39fc5d1e987b472d441e4dffcbe8218931b73f466d8b2f3ce2")),
    };

    /// <summary>Every set, in the order of the course.</summary>
    public static IReadOnlyList<CatalogEntry> Entries { get; } = [Digits, Mnist, FashionMnist, Hoda];

    /// <summary>The set of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static CatalogEntry Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Entries.FirstOrDefault(entry => entry.Name == name) ?? throw new ArgumentException(
            $"Unknown data set \"{name}\". Known: {string.Join(", ", Entries.Select(entry => entry.Name))}.");
    }

    private static CatalogFile[] Files(string[] folders, params (string Name, long Length, string Sha256)[] files) =>
        [.. files.Select(file => new CatalogFile(file.Name, file.Length, file.Sha256, [.. folders.Select(f => new Uri(f + file.Name))]))];
}
