using System.Text.Encodings.Web;

namespace Microsoft.AspNetCore.Html;

/// <summary>Something that writes HTML.</summary>
public interface IHtmlContent
{
    /// <summary>Writes it.</summary>
    /// <param name="writer">Takes the HTML.</param>
    /// <param name="encoder">For text within it.</param>
    void WriteTo(TextWriter writer, HtmlEncoder encoder);
}

/// <summary>Text that is HTML already.</summary>
/// <param name="value">Written unescaped.</param>
public sealed class HtmlString(string? value) : IHtmlContent
{
    /// <summary>The HTML.</summary>
    public string? Value { get; } = value;

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(Value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
