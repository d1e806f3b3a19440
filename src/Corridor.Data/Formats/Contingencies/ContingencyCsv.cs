using Corridor.Data.Formats.Tables;
using Corridor.Data.Packages;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Contingencies;

/// <summary>Reads contingencies from CSV.</summary>
internal static class ContingencyCsv
{
    private static readonly string[] Names = ["contingency", "kind", "element"];

    internal static void Read(ReadOnlyMemory<byte> bytes, string file, ContingencyList list, FindingList findings)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        var rows = new CsvReader(stream);
        if (!rows.Read() || Header(rows, file, findings) is not { } columns)
        {
            if (rows.Line == 0 || rows.Count == 0)
                findings.Add(FormatFindings.Missing.At(file, new SourcePlace(file, 1, 1), "The file is empty; a header 'contingency,kind,element' is expected.", "Write the header, and a row for each element that fails."));
            return;
        }

        while (rows.Read())
        {
            if (rows.IsBlank)
                continue;
            if (rows.Fault != CsvFault.None)
            {
                findings.Add(FormatFindings.NotWellFormed.At(file, FaultOf(rows, file), $"The row cannot be read: {CsvRows.Words(rows.Fault)}.", "Look for a missing quotation mark, and save the file as CSV in UTF-8."));
                continue;
            }

            string element = Cell(rows, columns.Element);
            string id = Cell(rows, columns.Contingency);
            if (element.Length == 0)
            {
                findings.Add(FormatFindings.Missing.At(file, PlaceOf(rows, columns.Element, file), "The row names no element.", "Write the id of a branch or unit in the column element, or take the row out."));
                continue;
            }

            id = id.Length == 0 ? element : id;
            list.Begin(id);
            list.Add(id, Cell(rows, columns.Kind), element, PlaceOf(rows, columns.Element, file), columns.Kind < 0 ? null : PlaceOf(rows, columns.Kind, file));
        }
    }

    private static SourcePlace PlaceOf(CsvReader rows, int cell, string file)
    {
        if (rows.Count == 0)
            return new SourcePlace(file, rows.Line, 1);
        (int line, int column) = rows.PlaceOf(rows.OffsetOf(Math.Min(cell, rows.Count - 1)));
        return new SourcePlace(file, line, column);
    }

    private static SourcePlace FaultOf(CsvReader rows, string file)
    {
        (int line, int column) = rows.PlaceOf(Math.Min(rows.FaultOffset, rows.Raw.Length));
        return new SourcePlace(file, line, column);
    }

    private static string Cell(CsvReader rows, int column) => column >= 0 && column < rows.Count ? rows.Text(column).Trim() : "";

    private static (int Contingency, int Kind, int Element)? Header(CsvReader rows, string file, FindingList findings)
    {
        if (rows.Fault != CsvFault.None)
        {
            findings.Add(FormatFindings.NotWellFormed.At(file, FaultOf(rows, file), $"The header cannot be read: {CsvRows.Words(rows.Fault)}.", "Look for a missing quotation mark, and save the file as CSV in UTF-8."));
            return null;
        }

        (int contingency, int kind, int element) = (-1, -1, -1);
        for (int c = 0; c < rows.Count; c++)
        {
            switch (rows.Text(c).Trim())
            {
                case "contingency":
                    contingency = c;
                    break;
                case "kind":
                    kind = c;
                    break;
                case "element":
                    element = c;
                    break;
                default:
                    findings.Add(FormatFindings.NoEffect.At(file, PlaceOf(rows, c, file), $"The column '{rows.Text(c)}' is not known; it has no effect.", Suggestion.Ask(rows.Text(c).Trim(), Names)));
                    break;
            }
        }

        if (element >= 0)
            return (contingency, kind, element);
        findings.Add(FormatFindings.Missing.At(file, PlaceOf(rows, 0, file), "The column 'element' is missing; the columns are contingency, kind and element.", "Add it: each row names a branch or unit that fails."));
        return null;
    }
}
