using System.Text.Json;

namespace CourseKit.Benchmarks;

/// <summary>One line of the table: the same work done by us and by a Python peer.</summary>
/// <param name="Name">What <c>engine-run</c> calls our side.</param>
/// <param name="Title">What is measured.</param>
/// <param name="ToReach">How many times as fast as the peer.</param>
/// <param name="Peer">The peer's script and arguments.</param>
/// <param name="PeerSeconds">Its seconds in what it prints, for the same amount of work as ours.</param>
internal sealed record EngineRow(string Name, string Title, double ToReach, string[] Peer, Func<JsonElement, double> PeerSeconds)
{
    // Debian's OpenBLAS is older than this processor and takes Haswell's kernels for it; told so, it uses AVX-512.
    private const string Core = "OPENBLAS_CORETYPE";

    /// <summary>
    /// The settings of the peer, the best of which counts. Two threads of torch and of BLAS together are much slower than either.
    /// </summary>
    public IReadOnlyList<PeerSetting> Settings { get; init; } =
    [
        new("1 BLAS thread", [], Blas(1, null)),
        new("2 BLAS threads", [], Blas(2, null)),
        new("1 BLAS thread, AVX-512", [], Blas(1, "SkylakeX")),
        new("2 BLAS threads, AVX-512", [], Blas(2, "SkylakeX")),
    ];

    public static IReadOnlyList<EngineRow> All { get; } =
    [
        new("r3", "R3: own sigmoid and softmax, H = 100, batch 1000, 10 epochs", 1.4,
            ["fc_mnist_002.py", "--epochs", "10"], Whole),
        new("r5", "R5: 784-128-10, Adam, batch 128, 5 epochs", 1.6,
            ["q6_mnist.py", "--tag", "004", "--batch", "128", "--epochs", "5", "--hidden", "128", "--quiet"], Whole),
        new("q6", "Q6: 784-256-128-10, Adam, batch 64, an epoch", 1.5,
            ["q6_mnist.py", "--epochs", "2", "--quiet"], output => Whole(output) / 2),
        new("r4-sgd", "R4: 784-300-100-10, SGD, batch 32, an epoch", 1.3,
            ["fashion_003.py", "sgd", "--epochs", "2"], output => Training(output) / 2),
        new("r4-adam", "R4: 784-300-100-10, Adam, batch 32, an epoch", 1.5,
            ["fashion_003.py", "adam", "--epochs", "2"], output => Training(output) / 2),
        new("r1b", "R1b: CNN of 8, 16 and 32 channels, batch 64, an epoch", 1.2,
            ["cnn_000.py", "--epochs", "3"], output => Whole(output) / 3)
        {
            Settings =
            [
                new("2 torch threads, 1 BLAS thread", ["--threads", "2"], Blas(1, null)),
                new("2 torch threads, 1 BLAS thread, AVX-512", ["--threads", "2"], Blas(1, "SkylakeX")),
                new("1 thread of each", [], Blas(1, null)),
            ],
        },
        new("xnor-arrays", "XNOR, 500 epochs: by hand, with arrays", 100, ["q5_xnor.py", "--seeds", "20"], Whole)
        {
            Settings = [new("NumPy", [], Blas(1, null))],
        },
        new("xnor-tensors", "XNOR, 500 epochs: with Tensor and Backward", 8, ["q5_xnor.py", "--seeds", "20"], Whole)
        {
            Settings = [new("NumPy", [], Blas(1, null))],
        },
    ];

    /// <summary>The reports that were typed in Keras, through its front end.</summary>
    public static IReadOnlyList<EngineRow> Keras { get; } =
    [
        Hoda("q4-softmax", "Q4: 25-10", "softmax"),
        Hoda("q4-h15", "Q4: 25-15-10", "h15"),
        Hoda("q4-h50-30-15", "Q4: 25-50-30-15-10", "h50-30-15"),
        new("fit-r4-sgd", "R4: 784-300-100-10, SGD, batch 32, an epoch", 1.3,
            ["fashion_003.py", "sgd", "--epochs", "2"], output => Training(output) / 2),
        new("fit-r4-adam", "R4: 784-300-100-10, Adam, batch 32, an epoch", 1.5,
            ["fashion_003.py", "adam", "--epochs", "2"], output => Training(output) / 2),
    ];

    // The peer neither validates nor counts right answers while it learns; Fit does both.
    private static EngineRow Hoda(string name, string title, string model) => new(
        name, $"{title}, Adam, batch 64, 100 epochs", 4,
        ["q4_hoda.py", "--batch", "64", "--val-split", ".2", "--seeds", "3", "--model", model], Whole);

    private static double Whole(JsonElement output) => output.GetProperty("seconds").GetDouble();

    private static double Training(JsonElement output) => output.GetProperty("train_seconds").GetDouble();

    // The cache size, too, is said wrongly on some machines by a variable that is meant to help.
    private static (string, string?)[] Blas(int threads, string? core) =>
        [("OPENBLAS_NUM_THREADS", $"{threads}"), (Core, core), ("OPENBLAS_L2_SIZE", null)];
}

/// <summary>How a peer is started.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Arguments">Added to the script's.</param>
/// <param name="Environment">Variables; null for unset.</param>
internal sealed record PeerSetting(string Name, string[] Arguments, (string Name, string? Value)[] Environment);
