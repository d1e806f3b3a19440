using System.IO.Compression;

namespace Corridor.Tests.Data.Formats.Workbooks;

/// <summary>Builds small workbooks part by part, right and wrong ones.</summary>
internal sealed class WorkbookParts
{
    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<string, string> _parts = new()
    {
        ["_rels/.rels"] = Relationships(("rId1", "officeDocument", "xl/workbook.xml")),
        ["xl/_rels/workbook.xml.rels"] = Relationships(("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"), ("rId3", "styles", "/xl/styles.xml")),
        ["xl/workbook.xml"] = Workbook("", ("Data", "rId1", "")),
        ["xl/sharedStrings.xml"] = $"<sst xmlns=\"{Main}\"><si><t>shared</t></si><si><r><rPr><b/></rPr><t>rich </t></r><r><t xml:space=\"preserve\">text</t></r><rPh sb=\"0\" eb=\"1\"><t>read so</t></rPh></si><si><t>a_x000A_b _x005F_x0041_</t></si></sst>",
        ["xl/styles.xml"] = $"<styleSheet xmlns=\"{Main}\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/><numFmt numFmtId=\"165\" formatCode=\"0.00 &quot;days&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>",
        ["xl/worksheets/sheet1.xml"] = Sheet(""),
    };

    internal static string Relationships(params (string Id, string Kind, string Target)[] links) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(links.Select(l => $"<Relationship Id=\"{l.Id}\" Type=\"{Links}/{l.Kind}\" Target=\"{l.Target}\"/>")) + "</Relationships>";

    internal static string Workbook(string properties, params (string Name, string Link, string More)[] sheets) =>
        $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\"><workbookPr {properties}/><sheets>" + string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"{s.Link}\" {s.More}/>")) + "</sheets></workbook>";

    internal static string Sheet(string rows) => $"<worksheet xmlns=\"{Main}\"><dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData><pageMargins left=\"0.7\"/></worksheet>";

    internal WorkbookParts With(string part, string? content)
    {
        if (content is null)
            _parts.Remove(part);
        else
            _parts[part] = content;
        return this;
    }

    /// <summary>A workbook of inline texts and numbers, one sheet.</summary>
    internal static WorkbookParts Of(IEnumerable<IReadOnlyList<object?>> rows)
    {
        var text = new System.Text.StringBuilder();
        int number = 0;
        foreach (IReadOnlyList<object?> row in rows)
        {
            text.Append("<row r=\"").Append(++number).Append("\">");
            foreach (object? cell in row)
            {
                if (cell is double value)
                    text.Append("<c><v>").Append(value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)).Append("</v></c>");
                else
                    text.Append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">").Append(System.Security.SecurityElement.Escape((string?)cell ?? "")).Append("</t></is></c>");
            }

            text.Append("</row>");
        }

        return new WorkbookParts().With("xl/worksheets/sheet1.xml", Sheet(text.ToString()));
    }

    internal string Save(string folder, string name = "book.xlsx")
    {
        string path = Path.Combine(folder, name);
        using var archive = new ZipArchive(new FileStream(path, FileMode.Create), ZipArchiveMode.Create);
        foreach ((string part, string content) in _parts)
        {
            using var writer = new StreamWriter(archive.CreateEntry(part).Open());
            writer.Write(content);
        }

        return path;
    }
}
