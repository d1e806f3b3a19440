using Corridor.Data.Packages;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Contingencies;

/// <summary>Reads contingencies from CSV.</summary>
internal static class ContingencyCsv
{
    internal static void Read(ReadOnlyMemory<byte> bytes, string file, ContingencyList list, FindingList findings)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        var rows = new CsvReader(stream);
        if (!rows.Read() || Header(rows, file, findings) is not { } columns)
        {
            if (rows.Line == 0 || rows.Count == 0)
                findings.Add(FormatFindings.Missing.At(file, new SourcePlace(file, 1), "The file is empty; a header 'contingency,kind,element' is expected."));
            return;
        }

        while (rows.Read())
        {
            if (rows.IsBlank)
                continue;
            var place = new SourcePlace(file, rows.Line);
            if (rows.Fault != CsvFault.None)
            {
                findings.Add(FormatFindings.NotWellFormed.At(file, place, "The row cannot be read as CSV in UTF-8."));
                continue;
            }

            string element = Cell(rows, columns.Element);
            string id = Cell(rows, columns.Contingency);
            if (element.Length == 0)
            {
                findings.Add(FormatFindings.Missing.At(file, place, "The row names no element."));
                continue;
            }

            id = id.Length == 0 ? element : id;
            list.Begin(id);
            list.Add(id, Cell(rows, columns.Kind), element, place);
        }
    }

    private static string Cell(CsvReader rows, int column) => column >= 0 && column < rows.Count ? rows.Text(column).Trim() : "";

    private static (int Contingency, int Kind, int Element)? Header(CsvReader rows, string file, FindingList findings)
    {
        var place = new SourcePlace(file, rows.Line);
        if (rows.Fault != CsvFault.None)
        {
            findings.Add(FormatFindings.NotWellFormed.At(file, place, "The header cannot be read as CSV in UTF-8."));
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
                    findings.Add(FormatFindings.NoEffect.At(file, place, $"The column '{rows.Text(c)}' is not known; it has no effect."));
                    break;
            }
        }

        if (element >= 0)
            return (contingency, kind, element);
        findings.Add(FormatFindings.Missing.At(file, place, "The column 'element' is missing; the columns are contingency, kind and element."));
        return null;
    }
}
