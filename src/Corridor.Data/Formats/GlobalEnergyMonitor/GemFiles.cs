using System.Globalization;
using Corridor.Data.Formats.Documents;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Tables;
using Corridor.Data.Formats.Workbooks;
using Corridor.Data.Packages;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>Reads the tables of workbooks and text files, whatever their encoding and separator.</summary>
internal static class GemFiles
{
    private const int MostColumns = 500;
    private const int HeaderRows = 10;

    /// <summary>Reads the tables of a file.</summary>
    internal static List<GemTable> Read(string path, FindingList findings, CancellationToken cancellation)
    {
        string file = Path.GetFileName(path);
        if (!IsArchive(path))
            return InputText.Utf8Bytes(path, findings) is { } bytes && ReadText(bytes, file, findings, cancellation) is { } table ? [table] : [];
        return ReadWorkbook(path, findings, cancellation);
    }

    private static List<GemTable> ReadWorkbook(string path, FindingList findings, CancellationToken cancellation)
    {
        var tables = new List<GemTable>();
        using WorkbookReader? book = WorkbookReader.Open(path, findings);
        if (book is null)
            return tables;
        string missing = "a header";
        var texts = new ForeignCells(book.File);
        foreach (WorkbookSheet sheet in book.Sheets)
        {
            using WorkbookSheetReader? rows = book.OpenSheet(sheet, findings);
            if (rows is null)
                return [];
            GemTable? table = null;
            while (rows.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                if (rows.Cells.Length == 0)
                    continue;
                if (table is null)
                {
                    if (rows.Row > HeaderRows)
                        break;
                    string[] header = CellsOf(rows, Math.Min(rows.Cells[^1].Column, MostColumns), texts);
                    string lacks = new GemColumns(header).Missing;
                    if (lacks.Length == 0)
                        table = new GemTable(book.File, sheet.Name, header);
                    else if (header.Count(h => h.Length > 0) > 2)
                        missing = lacks;
                    continue;
                }

                table.Rows.Add(new GemRow(rows.Row, CellsOf(rows, table.Header.Count, texts)));
            }

            if (rows.IsBroken)
                return [];
            if (table is not null)
                tables.Add(table);
            else
                findings.Add(FormatFindings.LeftOut.At(book.File, CellAddress.Place(book.File, sheet.Name, 0), $"The sheet '{sheet.Name}' is left out: it has no header of a tracker."));
        }

        texts.Tell(findings);
        if (tables.Count == 0)
            ReportUnknown(book.File, missing, findings);
        return tables;
    }

    private static string[] CellsOf(WorkbookSheetReader rows, int count, ForeignCells texts)
    {
        string[] cells = new string[count];
        Array.Fill(cells, "");
        foreach (WorkbookCell cell in rows.Cells)
        {
            if (cell.Column <= count && cell.Kind != WorkbookCellKind.Error)
                cells[cell.Column - 1] = texts.OneLine(cell, rows);
        }

        return cells;
    }

    /// <summary>Whether a file begins as a workbook does, be it one of today or of old; one that cannot be read does not.</summary>
    private static bool IsArchive(string path)
    {
        Span<byte> head = stackalloc byte[2];
        try
        {
            using FileStream stream = File.OpenRead(path);
            int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            return head[..length].StartsWith("PK"u8) || head[..length].StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF]);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The reader of texts says why.
            return false;
        }
    }

    private static GemTable? ReadText(ReadOnlyMemory<byte> bytes, string file, FindingList findings, CancellationToken cancellation)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        return ReadRows(new CsvReader(stream, SeparatorOf(bytes.Span)), file, findings, cancellation);
    }

    /// <summary>The separator that stands most often in the first line.</summary>
    private static char SeparatorOf(ReadOnlySpan<byte> line)
    {
        int end = line.IndexOfAny((byte)'\r', (byte)'\n');
        line = end < 0 ? line : line[..end];
        (int commas, int tabs, int semicolons) = (line.Count((byte)','), line.Count((byte)'\t'), line.Count((byte)';'));
        return tabs > commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    private static GemTable? ReadRows(CsvReader csv, string file, FindingList findings, CancellationToken cancellation)
    {
        GemTable? table = null;
        var texts = new ForeignCells(file);
        while (csv.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (csv.IsBlank)
                continue;
            if (csv.Fault != CsvFault.None)
            {
                (int line, int column) = csv.PlaceOf(csv.FaultOffset);
                bool isHeader = table is null;
                findings.Add((isHeader ? FormatFindings.NotWellFormed : FormatFindings.RowSkipped).At(file, new SourcePlace(file, line, column), $"The row cannot be read: {CsvRows.Words(csv.Fault)}.", "Mend the row."));
                if (isHeader)
                    return null;
                table!.Rows.Add(new GemRow(csv.Line, []));
                continue;
            }

            string[] cells = new string[csv.Count];
            for (int i = 0; i < cells.Length; i++)
                cells[i] = texts.OneLine(csv.Text(i).TrimStart('\uFEFF'), new SourcePlace(file, csv.Line));
            if (table is null)
            {
                if (new GemColumns(cells).Missing is { Length: > 0 } missing)
                {
                    ReportUnknown(file, missing, findings);
                    return null;
                }

                table = new GemTable(file, null, cells);
            }
            else if (cells.Length != table.Header.Count)
            {
                findings.Add(FormatFindings.RowSkipped.At(file, new SourcePlace(file, csv.Line), string.Create(CultureInfo.InvariantCulture, $"The row has {cells.Length} cells, the header {table.Header.Count}."), "Look for a missing separator or quotation mark."));
                table.Rows.Add(new GemRow(csv.Line, []));
            }
            else
            {
                table.Rows.Add(new GemRow(csv.Line, cells));
            }
        }

        texts.Tell(findings);
        if (table is null)
            ReportUnknown(file, "a header", findings);
        return table;
    }

    private static void ReportUnknown(string file, string missing, FindingList findings) =>
        findings.Add(FormatFindings.UnknownFormat.At(file, new SourcePlace(file), $"'{file}' is no table of a tracker of Global Energy Monitor: it lacks {missing}.", "docs/formats/gem.md names the columns that are known."));
}
