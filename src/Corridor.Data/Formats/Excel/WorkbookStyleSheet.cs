using System.Text;

namespace Corridor.Data.Formats.Excel;

/// <summary>The style sheet of every workbook that is written: one cell format for each <see cref="CellStyle"/>, in its order.</summary>
internal static class WorkbookStyleSheet
{
    // Number formats that every spreadsheet knows (ISO/IEC 29500-1, 18.8.30): 0 general, 49 text.
    private static readonly (int Format, int Font, int Fill, string Alignment)[] Formats =
    [
        (0, 0, 0, ""), // General
        (49, 0, 0, ""), // Text
        (49, 1, 2, ""), // Header
        (49, 2, 3, ""), // RequiredHeader
        (49, 3, 4, ""), // Unit
        (49, 4, 0, ""), // Title
        (49, 0, 0, "<alignment vertical=\"top\" wrapText=\"1\"/>"), // Wrapped
        (49, 5, 0, ""), // Link
    ];

    private static readonly string[] Fonts =
    [
        "", "<b/>", "<b/>|FFFFFFFF", "<i/>|FF595959", "<b/>||16", "<u/>|FF0563C1",
    ];

    private static readonly string[] Fills = ["FFD9E2EC", "FF243B53", "FFF0F4F8"];

    /// <summary>The part <c>styles.xml</c> after its XML declaration.</summary>
    internal static string Markup { get; } = Write();

    private static string Write()
    {
        var text = new StringBuilder("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        text.Append($"<fonts count=\"{Fonts.Length}\">");
        foreach (string font in Fonts)
        {
            string[] parts = [.. font.Split('|'), "", ""];
            string colour = parts[1].Length == 0 ? "" : $"<color rgb=\"{parts[1]}\"/>";
            text.Append($"<font>{parts[0]}<sz val=\"{(parts[2].Length == 0 ? "11" : parts[2])}\"/>{colour}<name val=\"Calibri\"/></font>");
        }

        text.Append($"</fonts><fills count=\"{Fills.Length + 2}\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>");
        foreach (string fill in Fills)
            text.Append($"<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{fill}\"/><bgColor indexed=\"64\"/></patternFill></fill>");
        text.Append("</fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>");
        text.Append("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>");
        text.Append($"<cellXfs count=\"{Formats.Length}\">");
        foreach ((int format, int font, int fill, string alignment) in Formats)
        {
            text.Append($"<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\"");
            text.Append(alignment.Length == 0 ? "/>" : $" applyAlignment=\"1\">{alignment}</xf>");
        }

        return text.Append("</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>").ToString();
    }
}
