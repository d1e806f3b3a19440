using System.Globalization;
using System.Text;
using Corridor.Data.Formats.Documents;
using Corridor.Data.Formats.Exchange;
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
        Span<byte> head = stackalloc byte[4];
        int length;
        try
        {
            using FileStream stream = File.OpenRead(path);
            if (stream.Length > InputFile.Longest)
            {
                findings.Add(FormatFindings.TooLarge.At(file, new SourcePlace(file), string.Create(CultureInfo.InvariantCulture, $"The file has {stream.Length} bytes; {InputFile.Longest} are read at most.")));
                return [];
            }

            length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            if (!head[..length].StartsWith("PK"u8) && !head[..length].StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF]))
            {
                stream.Position = 0;
                return ReadText(stream, file, head[..length], findings, cancellation) is { } table ? [table] : [];
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            bool isThere = File.Exists(path);
            findings.Add((isThere ? FormatFindings.Unreadable : FormatFindings.NotFound).At(file, new SourcePlace(file), isThere ? $"The file cannot be read: {problem.Message}" : $"There is no file '{file}'."));
            return [];
        }

        return ReadWorkbook(path, findings, cancellation);
    }

    private static List<GemTable> ReadWorkbook(string path, FindingList findings, CancellationToken cancellation)
    {
        var tables = new List<GemTable>();
        using WorkbookReader? book = WorkbookReader.Open(path, findings);
        if (book is null)
            return tables;
        string missing = "a header";
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
                    string[] header = CellsOf(rows, Math.Min(rows.Cells[^1].Column, MostColumns));
                    string lacks = new GemColumns(header).Missing;
                    if (lacks.Length == 0)
                        table = new GemTable(book.File, sheet.Name, header);
                    else if (header.Count(h => h.Length > 0) > 2)
                        missing = lacks;
                    continue;
                }

                table.Rows.Add(new GemRow(rows.Row, CellsOf(rows, table.Header.Count)));
            }

            if (rows.IsBroken)
                return [];
            if (table is not null)
                tables.Add(table);
            else
                findings.Add(FormatFindings.LeftOut.At(book.File, CellAddress.Place(book.File, sheet.Name, 0), $"The sheet '{sheet.Name}' is left out: it has no header of a tracker."));
        }

        if (tables.Count == 0)
            ReportUnknown(book.File, missing, findings);
        return tables;
    }

    private static string[] CellsOf(WorkbookSheetReader rows, int count)
    {
        string[] cells = new string[count];
        Array.Fill(cells, "");
        foreach (WorkbookCell cell in rows.Cells)
        {
            if (cell.Column <= count && cell.Kind != WorkbookCellKind.Error)
                cells[cell.Column - 1] = ForeignText.OneLine(cell.Printed());
        }

        return cells;
    }

    private static GemTable? ReadText(FileStream stream, string file, ReadOnlySpan<byte> head, FindingList findings, CancellationToken cancellation)
    {
        Encoding? encoding = EncodingOf(head);
        Stream text = encoding is null ? stream : Encoding.CreateTranscodingStream(stream, encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        try
        {
            char separator = SeparatorOf(text);
            stream.Position = 0;
            text = encoding is null ? stream : Encoding.CreateTranscodingStream(stream, encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            return ReadRows(new CsvReader(text, separator), file, findings, cancellation);
        }
        catch (DecoderFallbackException)
        {
            findings.Add(FormatFindings.NotWellFormed.At(file, new SourcePlace(file), "The file begins as UTF-16 does, but is not.", "Save it as UTF-8."));
            return null;
        }
    }

    /// <summary>UTF-16 by its mark, or by the zero byte in the first letter; null for UTF-8.</summary>
    private static UnicodeEncoding? EncodingOf(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, ..] or [not 0, 0, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        [0xFE, 0xFF, ..] or [0, not 0, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        _ => null,
    };

    /// <summary>The separator that stands most often in the first line.</summary>
    private static char SeparatorOf(Stream text)
    {
        byte[] buffer = new byte[16 * 1024];
        int length = text.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        ReadOnlySpan<byte> line = buffer.AsSpan(0, length);
        int end = line.IndexOfAny((byte)'\r', (byte)'\n');
        line = end < 0 ? line : line[..end];
        (int commas, int tabs, int semicolons) = (line.Count((byte)','), line.Count((byte)'\t'), line.Count((byte)';'));
        return tabs > commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    private static GemTable? ReadRows(CsvReader csv, string file, FindingList findings, CancellationToken cancellation)
    {
        GemTable? table = null;
        while (csv.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (csv.IsBlank)
                continue;
            if (csv.Fault != CsvFault.None)
            {
                (int line, int column) = csv.PlaceOf(csv.FaultOffset);
                bool isHeader = table is null;
                findings.Add((isHeader ? FormatFindings.NotWellFormed : FormatFindings.RowSkipped).At(file, new SourcePlace(file, line, column), $"The row cannot be read: {Words(csv.Fault)}.", "Mend the row."));
                if (isHeader)
                    return null;
                table!.Rows.Add(new GemRow(csv.Line, []));
                continue;
            }

            string[] cells = new string[csv.Count];
            for (int i = 0; i < cells.Length; i++)
                cells[i] = ForeignText.OneLine(csv.Text(i).TrimStart('\uFEFF'));
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

        if (table is null)
            ReportUnknown(file, "a header", findings);
        return table;
    }

    private static void ReportUnknown(string file, string missing, FindingList findings) =>
        findings.Add(FormatFindings.UnknownFormat.At(file, new SourcePlace(file), $"'{file}' is no table of a tracker of Global Energy Monitor: it lacks {missing}.", "docs/formats/gem.md names the columns that are known."));

    private static string Words(CsvFault fault) => fault switch
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
