using System.Text;
using System.Xml;
using Corridor.Data.Formats.Documents;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.GasLib;

/// <summary>Reads XML into elements with places, bounded in depth, without document types and entities.</summary>
internal static class GasLibXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = InputFile.Longest,
        MaxCharactersFromEntities = 1024,
    };

    internal static GasLibElement? Parse(ReadOnlyMemory<byte> bytes, string file, FindingList findings)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        try
        {
            using var reader = XmlReader.Create(stream, Settings);
            return Read(reader, file, findings);
        }
        catch (Exception problem) when (problem is XmlException or DecoderFallbackException or ArgumentException or IOException)
        {
            Report(problem, bytes.Span, file, findings);
            return null;
        }
    }

    private static GasLibElement? Read(XmlReader reader, string file, FindingList findings)
    {
        var open = new Stack<GasLibElement>();
        GasLibElement? root = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (open.Count >= JsonTree.DeepestNesting)
                    {
                        findings.Add(FormatFindings.TooLarge.At(file, PlaceOf(reader, file), "The elements nest deeper than 64 levels."));
                        return null;
                    }

                    bool isEmpty = reader.IsEmptyElement;
                    GasLibElement element = Element(reader, file, findings);
                    if (open.TryPeek(out GasLibElement? parent))
                        parent.Add(element);
                    root ??= element;
                    if (!isEmpty)
                        open.Push(element);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when open.TryPeek(out GasLibElement? owner):
                    owner.Text = (owner.Text + reader.Value).Trim();
                    break;
                default:
                    break;
            }
        }

        return root;
    }

    private static GasLibElement Element(XmlReader reader, string file, FindingList findings)
    {
        string name = reader.LocalName;
        SourcePlace place = PlaceOf(reader, file);
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns" && !attributes.TryAdd(reader.LocalName, reader.Value))
                findings.Add(FormatFindings.DuplicateId.At(name, place, $"<{name}> has two attributes '{reader.LocalName}'; the first counts."));
        }

        reader.MoveToElement();
        return new GasLibElement(name, attributes, place);
    }

    private static SourcePlace PlaceOf(XmlReader reader, string file) => reader is IXmlLineInfo info ? new SourcePlace(file, info.LineNumber, info.LinePosition) : new SourcePlace(file);

    private static void Report(Exception problem, ReadOnlySpan<byte> bytes, string file, FindingList findings)
    {
        SourcePlace place = problem is XmlException xml ? new SourcePlace(file, Math.Max(xml.LineNumber, 1), Math.Max(xml.LinePosition, 1)) : new SourcePlace(file, 1, 1);
        string message = string.Join(' ', problem.Message.Split(['\r', '\n', '\t', '\0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (message.Contains("DTD", StringComparison.Ordinal))
        {
            // The reader refuses it without telling where it stands.
            ReadOnlySpan<byte> before = bytes[..Math.Max(bytes.IndexOf("<!DOCTYPE"u8), 0)];
            place = new SourcePlace(file, before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
            findings.Add(FormatFindings.DocumentType.At(file, place, "The file has a document type declaration (DOCTYPE)."));
        }
        else
        {
            findings.Add(FormatFindings.NotWellFormed.At(file, place, "This is not well-formed XML: " + message, "Look for a missing bracket, quotation mark or end tag here or just before."));
        }
    }
}
