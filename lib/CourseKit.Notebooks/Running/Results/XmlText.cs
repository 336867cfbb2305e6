using System.Globalization;
using System.Text;
using System.Xml;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Running.Results;

/// <summary>What the XML formats of results have in common.</summary>
internal static class XmlText
{
    /// <summary>Writes a document, indented, with <c>\n</c> as its line end.</summary>
    public static string Write(Action<XmlWriter> content)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
            content(writer);
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    /// <summary>Writes an attribute, without the letters that XML cannot hold.</summary>
    public static void Attribute(this XmlWriter writer, string name, string value) => writer.WriteAttributeString(name, Clean(value));

    /// <inheritdoc cref="Attribute(XmlWriter, string, string)"/>
    public static void Attribute(this XmlWriter writer, string name, int value) => writer.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes text, without the letters that XML cannot hold: cells write what they like.</summary>
    public static void Text(this XmlWriter writer, string text) => writer.WriteString(Clean(text));

    private static string Clean(string text)
    {
        text = TerminalColours.Remove(text);
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                clean.Append(text[i]).Append(text[++i]);
        }
        return clean.ToString();
    }
}
