namespace Microsoft.DotNet.Interactive;

/// <summary>Has the name and the members of .NET Interactive's context that the bridge looks for; the real one is in no feed any more.</summary>
public sealed class KernelInvocationContext
{
    public static KernelInvocationContext? Current { get; set; }

    public List<string> Calls { get; } = [];

    public DisplayedValue Display(object value, params string[] mimeTypes)
    {
        Calls.Add($"display {value}");
        return new DisplayedValue(this);
    }
}

public sealed class DisplayedValue(KernelInvocationContext context)
{
    public void Update(object value) => context.Calls.Add($"update {value}");
}
