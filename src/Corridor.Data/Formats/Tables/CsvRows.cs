using Corridor.Data.Packages;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Tables;

/// <summary>The rows of a CSV file of another program.</summary>
internal static class CsvRows
{
    /// <summary>The rows that are not blank, with their line; broken ones become findings.</summary>
    /// <param name="bytes">The file in UTF-8.</param>
    /// <param name="name">How findings name it.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="text">Text of a cell of the row being read; null for the cell as it stands.</param>
    internal static IEnumerable<(string[] Cells, SourcePlace Place)> Read(ReadOnlyMemory<byte> bytes, string name, FindingList findings, Func<CsvReader, int, string>? text = null)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        var csv = new CsvReader(stream);
        while (csv.Read())
        {
            if (csv.Fault == CsvFault.None && csv.IsBlank)
                continue;
            if (csv.Fault != CsvFault.None)
            {
                (int line, int column) = csv.PlaceOf(csv.FaultOffset);
                findings.Add(FormatFindings.RowSkipped.At(name, new SourcePlace(name, line, column), $"The row cannot be read: {Words(csv.Fault)}."));
                continue;
            }

            string[] cells = new string[csv.Count];
            for (int i = 0; i < cells.Length; i++)
                cells[i] = text is null ? csv.Text(i) : text(csv, i);
            yield return (cells, new SourcePlace(name, csv.Line));
        }
    }

    /// <summary>What is wrong with a row, to follow a colon.</summary>
    internal static string Words(CsvFault fault) => fault switch
    {
        CsvFault.OpenQuote => "a quotation mark is not closed",
        CsvFault.StrayQuote => "a quotation mark stands inside a cell without them",
        CsvFault.TextAfterQuote => "text stands after a closing quotation mark",
        CsvFault.LongCell => "a cell is longer than 64 KiB",
        CsvFault.LongRow => "it is longer than 1 MiB or 1000 cells",
        CsvFault.Encoding => "it is not in UTF-8",
        CsvFault.ControlCharacter => "it holds a control character",
        _ => "it is broken",
    };
}
