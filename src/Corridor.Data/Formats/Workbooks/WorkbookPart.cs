using System.Globalization;
using System.Text;
using System.Xml;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Workbooks;

/// <summary>
/// Walks the XML of one part of a workbook forward, without keeping it. What is wrong with it becomes a finding; from then on
/// there is nothing more to read.
/// </summary>
internal sealed class WorkbookPart : IDisposable
{
    private const int DeepestNesting = 64;

    // Transitional and strict form (ECMA-376 part 1 and part 4); relationships of packages (part 2).
    private static readonly string[] Namespaces =
    [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/package/2006/relationships",
    ];

    private static readonly string[] LinkNamespaces =
    [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ];

    private readonly char[] _chunk = new char[4096];
    private readonly XmlReader _xml;
    private readonly FindingList _findings;

    private WorkbookPart(Stream stream, string file, string part, long longest, FindingList findings)
    {
        (File, Name, _findings) = (file, part, findings);
        _xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            CloseInput = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = longest,
            MaxCharactersFromEntities = 1024,
        });
    }

    /// <summary>Name of the file, for findings.</summary>
    internal string File { get; }

    /// <summary>Name of the part.</summary>
    internal string Name { get; }

    /// <summary>Whether reading ended at something wrong.</summary>
    internal bool IsBroken { get; private set; }

    /// <summary>Where in the part the reader stands.</summary>
    internal SourcePlace Place => _xml is IXmlLineInfo info ? new SourcePlace($"{File} [{Name}]", info.LineNumber, info.LinePosition) : new SourcePlace($"{File} [{Name}]");

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    /// <summary>Opens a part; null where that cannot be, which is reported.</summary>
    internal static WorkbookPart? Open(Func<Stream> open, string file, string part, long longest, FindingList findings)
    {
        try
        {
            return new WorkbookPart(open(), file, part, longest, findings);
        }
        catch (Exception problem) when (IsExpected(problem))
        {
            findings.Add(FormatFindings.NotWellFormed.At(file, new SourcePlace($"{file} [{part}]"), "The part cannot be unpacked: " + OneLine(problem.Message), "Save the workbook again."));
            return null;
        }
    }

    /// <summary>Goes to the root element and inside; −1 where there is nothing inside or it is another element, which is reported.</summary>
    internal int Root(string name)
    {
        while (Next())
        {
            if (_xml.NodeType != XmlNodeType.Element)
                continue;
            if (Is(name))
                return Enter();
            Fail(FormatFindings.Missing, $"The part begins with <{_xml.LocalName}>; <{name}> is expected.", null);
            return -1;
        }

        return -1;
    }

    /// <summary>Goes inside the element at hand.</summary>
    /// <returns>Its depth; −1 where it is empty.</returns>
    internal int Enter() => IsBroken || _xml.IsEmptyElement ? -1 : _xml.Depth;

    /// <summary>Goes to the next element directly inside another; whatever lies deeper is passed over.</summary>
    /// <param name="parent">Depth of the other, as <see cref="Enter"/> gave it.</param>
    /// <returns>False where the other ends.</returns>
    internal bool NextChild(int parent)
    {
        if (parent < 0)
            return false;
        while (Next())
        {
            if (_xml.NodeType == XmlNodeType.EndElement && _xml.Depth <= parent)
                return false;
            if (_xml.NodeType == XmlNodeType.Element && _xml.Depth == parent + 1)
                return true;
        }

        return false;
    }

    /// <summary>Whether the element at hand is one of a workbook with a name.</summary>
    internal bool Is(string name) => _xml.LocalName == name && Namespaces.AsSpan().Contains(_xml.NamespaceURI);

    /// <summary>An attribute of the element at hand; null where it has none.</summary>
    internal string? Attribute(string name) => _xml.GetAttribute(name);

    /// <summary>The relationship that the element at hand names; null where it names none.</summary>
    internal string? Link() => _xml.GetAttribute("id", LinkNamespaces[0]) ?? _xml.GetAttribute("id", LinkNamespaces[1]);

    /// <summary>An attribute as a whole number ≥ 0; null where there is none.</summary>
    internal int? Integer(string name) => int.TryParse(_xml.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>Appends the text of the element at hand.</summary>
    /// <param name="text">Takes it.</param>
    /// <param name="most">How long it may become.</param>
    /// <returns>Whether some was left out because it is longer.</returns>
    internal bool AppendText(StringBuilder text, int most)
    {
        int depth = Enter();
        bool isCut = false;
        while (depth >= 0 && Next() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth <= depth))
        {
            if (_xml.Depth == depth + 1 && _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                isCut |= AppendNode(text, most);
        }

        return isCut;
    }

    /// <summary>Reports something and reads no further.</summary>
    internal void Fail(FindingKind kind, string message, string? hint)
    {
        _findings.Add(kind.At(File, Place, message, hint));
        IsBroken = true;
    }

    /// <summary>Reads no further, after something that was reported elsewhere.</summary>
    internal void Abandon() => IsBroken = true;

    private bool AppendNode(StringBuilder text, int most)
    {
        bool isCut = false;
        try
        {
            int read;
            while ((read = _xml.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0)
            {
                int taken = Math.Min(read, most - text.Length);
                text.Append(_chunk, 0, taken);
                isCut |= taken < read;
            }
        }
        catch (Exception problem) when (IsExpected(problem))
        {
            Report(problem);
        }

        return isCut;
    }

    private bool Next()
    {
        if (IsBroken)
            return false;
        try
        {
            if (!_xml.Read())
                return false;
        }
        catch (Exception problem) when (IsExpected(problem))
        {
            Report(problem);
            return false;
        }

        if (_xml.Depth <= DeepestNesting)
            return true;
        Fail(FormatFindings.TooLarge, "The elements of the part nest deeper than 64 levels.", null);
        return false;
    }

    private void Report(Exception problem)
    {
        IsBroken = true;
        SourcePlace place = problem is XmlException xml && xml.LineNumber > 0 ? new SourcePlace($"{File} [{Name}]", xml.LineNumber, Math.Max(xml.LinePosition, 1)) : Place;
        string message = OneLine(problem.Message);
        if (problem is WorkbookSizeException)
            _findings.Add(FormatFindings.TooMany.At(File, place, message));
        else if (problem is XmlException && message.Contains("DTD", StringComparison.Ordinal))
            _findings.Add(FormatFindings.DocumentType.At(File, place, "The part has a document type declaration (DOCTYPE)."));
        else if (problem is XmlException && message.Contains("MaxCharacters", StringComparison.Ordinal))
            _findings.Add(FormatFindings.TooMany.At(File, place, "The part is longer than is read."));
        else
            _findings.Add(FormatFindings.NotWellFormed.At(File, place, "The part cannot be read: " + message, "Save the workbook again."));
    }

    private static bool IsExpected(Exception problem) =>
        problem is XmlException or IOException or InvalidDataException or DecoderFallbackException or ArgumentException or NotSupportedException or UnauthorizedAccessException;

    private static string OneLine(string message) =>
        string.Join(' ', message.Split(['\r', '\n', '\t', '\0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
