using CourseKit.Notebooks.Running;

namespace CourseKit.Notebooks.Tests.Running;

/// <summary>A cell that will not end well, or does what a cell should not, and how that must end.</summary>
/// <param name="Name">What it does, in words.</param>
/// <param name="Code">The cell.</param>
/// <param name="Verdict">How it ends.</param>
/// <param name="Says">What its message contains; null where it has none.</param>
/// <param name="Survives">Whether the session, with its variables, lives on.</param>
public sealed record HostileCell(string Name, string Code, Verdict Verdict, string? Says, bool Survives)
{
    private const string Interrupted = "it was interrupted";
    private const string Killed = "its session was killed";
    private const string Count = "static long Count(long n) => n < 2 ? 1 : Count(n - 1) + Count(n - 2);";

    /// <summary>Bytes of managed memory that these cells may use.</summary>
    public const long MemoryLimit = 300 << 20;

    /// <summary>Bytes of memory of any kind.</summary>
    public const long ProcessMemoryLimit = 700 << 20;

    public static IReadOnlyList<HostileCell> All { get; } =
    [
        TimesOut("an endless loop", "while (true) { }"),
        TimesOut("a loop that swallows exceptions", "while (true) { try { while (true) { } } catch { } }"),
        TimesOut("a sleep that swallows exceptions", "while (true) { try { System.Threading.Thread.Sleep(-1); } catch { } }"),
        TimesOut("a loop in finally", "try { } finally { while (true) { } }"),
        TimesOut("a task without end that is waited for", "Task.Run(() => { while (true) { } }).Wait();"),
        TimesOut("a delay without end", "await Task.Delay(-1);"),
        TimesOut("a deadlock", """
            object a = new(), b = new();
            var both = new System.Threading.Barrier(2);
            _ = Task.Run(() => { lock (b) { both.SignalAndWait(); lock (a) { } } });
            lock (a) { both.SignalAndWait(); lock (b) { } }
            """),
        TimesOut("output without end", "for (var i = 0; ; i++) Console.WriteLine($\"line {i}\");"),
        TimesOut("pictures without end", "while (true) \"<svg xmlns='http://www.w3.org/2000/svg'></svg>\".DisplayAs(\"image/svg+xml\");"),
        MustBeKilled("work that cannot be interrupted", $"{Count}\nCount(1000)"),
        MustBeKilled("an exit whose handler never ends", $"{Count}\nAppDomain.CurrentDomain.ProcessExit += (_, _) => Count(1000);\nEnvironment.Exit(0);"),
        Dies("an exit that claims success", "Environment.Exit(0);", "exit code 0"),
        Dies("an exit that does not", "Environment.Exit(3);", "exit code 3"),
        Dies("a fast failure", "Environment.FailFast(\"over and out\");", "Environment.FailFast: over and out"),
        Dies("a stack overflow", "static int Dive(int n) => Dive(n + 1) + 1;\nDive(0)", "Stack overflow"),
        Dies("its own end", "System.Diagnostics.Process.GetCurrentProcess().Kill();\nawait Task.Delay(-1);", ""),
        Dies("native memory without bound", """
            var block = new byte[16 << 20];
            Array.Fill(block, (byte)1);
            while (true) System.Runtime.InteropServices.Marshal.Copy(block, 0, System.Runtime.InteropServices.Marshal.AllocHGlobal(block.Length), block.Length);
            """, "of memory; 700 MB are allowed."),
        new("managed memory without bound", "static void Grow() { var all = new List<byte[]>(); while (true) all.Add(new byte[1 << 20]); }\nGrow();",
            Verdict.Failed, "System.OutOfMemoryException", true),
        Passes("a question to nobody", "Console.ReadLine()"),
        Passes("a console of its own", "Console.SetOut(new System.IO.StringWriter());\nConsole.WriteLine(\"lost\");"),
        Passes("a thread that keeps programs alive", "new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)) { IsBackground = false }.Start();"),
    ];

    /// <summary>What only Unix lets a cell do.</summary>
    public static IReadOnlyList<HostileCell> Unix { get; } =
    [
        Dies("file descriptors that are closed", """
            [System.Runtime.InteropServices.DllImport("libc")] static extern int close(int descriptor);
            for (var i = 3; i < 300; i++) close(i);
            while (true) { }
            """, ""),
        Dies("a private pipe that is flooded", """
            [System.Runtime.InteropServices.DllImport("libc")] static extern nint send(int socket, byte[] bytes, nint count, int flags);
            var flood = new byte[4096];
            Array.Fill(flood, (byte)'x');
            for (var i = 3; i < 300; i++) send(i, flood, flood.Length, 0x40);
            while (true) { }
            """, "wrote to a file descriptor that is not its own"),
    ];

    public override string ToString() => Name;

    private static HostileCell TimesOut(string name, string code) =>
        new(name, $"// coursekit: timeout 1s\n{code}", Verdict.TimedOut, Interrupted, Survives: true);

    // Longer than a busy machine takes to compile it, for only what has begun to run cannot be interrupted.
    private static HostileCell MustBeKilled(string name, string code) =>
        new(name, $"// coursekit: timeout 10s\n{code}", Verdict.TimedOut, Killed, Survives: false);

    private static HostileCell Dies(string name, string code, string says) => new(name, code, Verdict.Died, says, Survives: false);

    private static HostileCell Passes(string name, string code) => new(name, code, Verdict.Passed, Says: null, Survives: true);
}
