using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CourseKit.Notebooks.Packages;

/// <summary>What was restored before, by what was asked for: asking for the same again starts no SDK and no network.</summary>
/// <param name="folder">Where the entries are.</param>
internal sealed class RestoreCache(string folder)
{
    /// <summary>Changes when entries are written in another way.</summary>
    private const string Format = "1";

    /// <summary>The user's: below <c>COURSEKIT_CACHE</c>, or <c>coursekit</c> in the local application data.</summary>
    public static RestoreCache Default
    {
        get
        {
            var named = Environment.GetEnvironmentVariable("COURSEKIT_CACHE");
            var root = string.IsNullOrEmpty(named)
                ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "coursekit")
                : named;
            return new RestoreCache(Path.Combine(root, "packages"));
        }
    }

    /// <summary>What the same request brought; null if it is new, or if a file of it is gone.</summary>
    public RestoredPackages? Find(PackageRequest request)
    {
        var path = PathOf(request);
        if (!File.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize<RestoredPackages>(File.ReadAllText(path)) is { IsThere: true } packages ? packages : null;
        }
        catch (JsonException)
        {
            // Cut short by a full disk, or of another hand: restoring anew mends it.
            return null;
        }
    }

    /// <summary>Keeps what a request brought; whole or not at all, for other notebooks run beside this one.</summary>
    public void Keep(PackageRequest request, RestoredPackages packages)
    {
        Directory.CreateDirectory(folder);
        var unfinished = Path.Combine(folder, Path.GetRandomFileName());
        File.WriteAllText(unfinished, JsonSerializer.Serialize(packages));
        File.Move(unfinished, PathOf(request), overwrite: true);
    }

    private string PathOf(PackageRequest request)
    {
        string[] parts =
        [
            Format, Environment.Version.ToString(2), RuntimeInformation.RuntimeIdentifier,
            .. request.References.Select(reference => reference.ToString().ToLowerInvariant()).Order(StringComparer.Ordinal), "",
            .. request.Sources.Order(StringComparer.Ordinal),
        ];
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
        return Path.Combine(folder, $"{Convert.ToHexStringLower(hash)[..32]}.json");
    }
}
