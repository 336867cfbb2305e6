using System.Collections;
using System.Dynamic;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using CourseKit.Notebooks.Display;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>An element of HTML that is written as code: <c>div[style: "color:red"](b("Hello"))</c>.</summary>
public class PocketView : DynamicObject, IHtmlContent
{
    /// <summary>Elements that have no content and no end.</summary>
    private static readonly HashSet<string> Empty = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    private readonly List<(string Name, string? Value)> _attributes = [];
    private readonly StringBuilder _content = new();

    /// <summary>Makes an element without attributes and content; <c>_.div</c> is one of the name that follows it.</summary>
    /// <param name="tagName">Its name; without one it holds its content only.</param>
    public PocketView(string tagName = "") => Name = tagName;

    /// <summary>The element's name.</summary>
    public string Name { get; }

    /// <summary>Adds content: text is escaped, HTML stays as it is, everything else shows itself.</summary>
    /// <param name="args">From left to right.</param>
    public void SetContent(object?[]? args)
    {
        foreach (var arg in args ?? [])
            Add(arg);
    }

    /// <inheritdoc/>
    public override bool TryInvoke(InvokeBinder binder, object?[]? args, out object? result)
    {
        ArgumentNullException.ThrowIfNull(binder);
        result = With(binder.CallInfo, args);
        return true;
    }

    /// <inheritdoc/>
    public override bool TryInvokeMember(InvokeMemberBinder binder, object?[]? args, out object? result)
    {
        ArgumentNullException.ThrowIfNull(binder);
        result = new PocketView(NameOf(binder.Name)).With(binder.CallInfo, args);
        return true;
    }

    /// <inheritdoc/>
    public override bool TryGetMember(GetMemberBinder binder, out object? result)
    {
        ArgumentNullException.ThrowIfNull(binder);
        result = new PocketView(NameOf(binder.Name));
        return true;
    }

    /// <inheritdoc/>
    public override bool TryGetIndex(GetIndexBinder binder, object?[] indexes, out object? result)
    {
        ArgumentNullException.ThrowIfNull(binder);
        result = With(binder.CallInfo, indexes);
        return true;
    }

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(ToString());
    }

    /// <summary>The HTML.</summary>
    public override string ToString()
    {
        if (Name.Length == 0)
            return _content.ToString();
        var attributes = string.Concat(_attributes.Select(attribute => attribute.Value is null ? $" {attribute.Name}" : $" {attribute.Name}=\"{WebUtility.HtmlEncode(attribute.Value)}\""));
        return _content.Length == 0 && Empty.Contains(Name) ? $"<{Name}{attributes} />" : $"<{Name}{attributes}>{_content}</{Name}>";
    }

    /// <summary>What has a name is an attribute, all else content.</summary>
    private PocketView With(CallInfo call, object?[]? args)
    {
        var values = args ?? [];
        var unnamed = values.Length - call.ArgumentNames.Count;
        SetContent(values[..unnamed]);
        foreach (var (name, value) in call.ArgumentNames.Zip(values[unnamed..]))
            _attributes.Add((NameOf(name), value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value?.ToString()));
        return this;
    }

    private void Add(object? value)
    {
        if (value is string text)
            _content.Append(WebUtility.HtmlEncode(text));
        else if (value is IHtmlContent content)
            _content.Append(HtmlOf(content));
        else if (value is IEnumerable sequence && sequence.Cast<object?>().ToList() is { Count: > 0 } elements && elements.TrueForAll(element => element is IHtmlContent))
            _content.AppendJoin("", elements.Select(element => HtmlOf((IHtmlContent)element!)));
        else
            _content.Append(ValueFormatter.Html(value));
    }

    private static string HtmlOf(IHtmlContent content)
    {
        using var writer = FormattedText.NewWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    /// <summary>What is a dash in HTML is an underscore in C#.</summary>
    private static string NameOf(string name) => name.Replace('_', '-');
}
