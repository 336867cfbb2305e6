using System.Text.Json;

namespace CourseKit.Tests.Metrics;

/// <summary>Golden cases: a JSON array of objects, each with a name.</summary>
internal static class GoldenFile
{
    /// <param name="path">From tests/CourseKit.Tests on.</param>
    public static JsonElement[] Read(params string[] path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(["tests", "CourseKit.Tests", .. path])));
        return [.. document.RootElement.Clone().EnumerateArray()];
    }

    public static TheoryData<string> Names(IEnumerable<JsonElement> cases) => [.. cases.Select(c => c.Text("name"))];

    public static JsonElement Named(this IEnumerable<JsonElement> cases, string name) => cases.Single(c => c.Text("name") == name);

    public static bool IsNull(this JsonElement element, string key) => element.GetProperty(key).ValueKind == JsonValueKind.Null;

    public static string Text(this JsonElement element, string key) => element.GetProperty(key).GetString()!;

    public static int Int(this JsonElement element, string key) => element.GetProperty(key).GetInt32();

    public static double Double(this JsonElement element, string key) => element.GetProperty(key).GetDouble();

    public static bool IsText(this JsonElement list) => list[0].ValueKind == JsonValueKind.String;

    public static bool IsMatrix(this JsonElement list) => list[0].ValueKind == JsonValueKind.Array;

    public static string[] Texts(this JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];

    public static int[] Ints(this JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetInt32())];

    public static double[] Doubles(this JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetDouble())];

    public static double[,] Matrix(this JsonElement rows)
    {
        var matrix = new double[rows.GetArrayLength(), rows[0].GetArrayLength()];
        for (var i = 0; i < matrix.GetLength(0); i++)
            for (var j = 0; j < matrix.GetLength(1); j++)
                matrix[i, j] = rows[i][j].GetDouble();
        return matrix;
    }

    public static T[,] Map<T>(this double[,] matrix, Func<double, T> map)
    {
        var mapped = new T[matrix.GetLength(0), matrix.GetLength(1)];
        for (var i = 0; i < matrix.GetLength(0); i++)
            for (var j = 0; j < matrix.GetLength(1); j++)
                mapped[i, j] = map(matrix[i, j]);
        return mapped;
    }
}
