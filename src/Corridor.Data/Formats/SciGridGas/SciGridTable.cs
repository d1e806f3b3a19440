using System.Globalization;
using Corridor.Data.Formats.Documents;
using Corridor.Data.Packages;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.SciGridGas;

/// <summary>A table as written: header and cells with their places.</summary>
internal sealed class SciGridTable
{
    private const int MostRows = 2_000_000;
    private readonly Dictionary<string, int> _columns;

    private SciGridTable(string name, IReadOnlyList<string> header)
    {
        (Name, Header) = (name, header);
        _columns = header.Select((column, i) => (column, i)).ToDictionary(p => p.column, p => p.i, StringComparer.Ordinal);
    }

    /// <summary>Name of the file, for findings and notes.</summary>
    internal string Name { get; }

    /// <summary>Names of the columns.</summary>
    internal IReadOnlyList<string> Header { get; }

    /// <summary>The rows.</summary>
    internal List<SciGridRow> Rows { get; } = [];

    /// <summary>Index of a column; −1 where there is none.</summary>
    internal int Column(string column) => _columns.GetValueOrDefault(column, -1);

    /// <summary>Reads a file; cells are separated by semicolons where the header has one, otherwise by commas.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="name">How findings name it.</param>
    /// <param name="required">Columns that must be there.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="cancellation">Stops the reading.</param>
    internal static SciGridTable? Read(string path, string name, IReadOnlyList<string> required, FindingList findings, CancellationToken cancellation)
    {
        if (InputFile.Bytes(path, name, findings) is not { } bytes)
            return null;
        ReadOnlySpan<byte> head = bytes.Span;
        int end = head.IndexOfAny((byte)'\n', (byte)'\r');
        char separator = (end < 0 ? head : head[..end]).Contains((byte)';') ? ';' : ',';
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        var csv = new CsvReader(stream, separator);
        if (Begin(csv, name, required, findings) is not { } table)
            return null;
        while (csv.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (csv.IsBlank)
                continue;
            if (table.Rows.Count >= MostRows)
            {
                findings.Add(FormatFindings.TooMany.At(name, new SourcePlace(name, csv.Line), string.Create(CultureInfo.InvariantCulture, $"The file has more than {MostRows} rows.")));
                return null;
            }

            table.Take(csv, findings);
        }

        return table;
    }

    private static SciGridTable? Begin(CsvReader csv, string name, IReadOnlyList<string> required, FindingList findings)
    {
        bool any = csv.Read();
        while (any && csv.IsBlank && !csv.IsUtf16)
            any = csv.Read();
        if (csv.IsUtf16)
        {
            findings.Add(FormatFindings.NotWellFormed.At(name, new SourcePlace(name, 1, 1), "The file starts with the mark of UTF-16; UTF-8 is expected.", "Save the file as UTF-8."));
            return null;
        }

        if (!any)
        {
            findings.Add(FormatFindings.Missing.At(name, new SourcePlace(name, 1, 1), "The file is empty; a header row is expected.", $"Write the header: {string.Join(", ", required)}, …"));
            return null;
        }

        if (csv.Fault != CsvFault.None)
        {
            ReportFault(csv, name, findings);
            return null;
        }

        string[] header = [.. Enumerable.Range(0, csv.Count).Select(csv.Text)];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        bool isGood = true;
        for (int i = 0; i < header.Length; i++)
        {
            if (seen.Add(header[i]))
                continue;
            isGood = false;
            (int line, int column) = csv.PlaceOf(csv.OffsetOf(i));
            findings.Add(FormatFindings.DuplicateId.At(name, new SourcePlace(name, line, column), $"The column '{header[i]}' stands twice."));
        }

        foreach (string column in required.Where(c => !seen.Contains(c)))
        {
            isGood = false;
            findings.Add(FormatFindings.Missing.At(name, new SourcePlace(name, csv.Line, 1), $"The column '{column}' is missing.", Suggestion.Ask(column, header) ?? $"The header has: {string.Join(", ", header.Take(12))}."));
        }

        return isGood ? new SciGridTable(name, header) : null;
    }

    private void Take(CsvReader csv, FindingList findings)
    {
        if (csv.Fault != CsvFault.None)
        {
            ReportFault(csv, Name, findings);
            return;
        }

        if (csv.Count != Header.Count)
        {
            (int line, int column) = csv.PlaceOf(csv.OffsetOf(Math.Min(csv.Count - 1, Header.Count)));
            findings.Add(FormatFindings.RowLength.At(Name, new SourcePlace(Name, line, column), string.Create(CultureInfo.InvariantCulture, $"The row has {csv.Count} cells, the header {Header.Count}.")));
            return;
        }

        var cells = new SciGridCell[csv.Count];
        for (int i = 0; i < cells.Length; i++)
        {
            (int line, int column) = csv.PlaceOf(csv.OffsetOf(i));
            cells[i] = new SciGridCell(csv.Text(i), line, column, csv.IsQuoted(i));
        }

        Rows.Add(new SciGridRow(csv.Line, cells));
    }

    private static void ReportFault(CsvReader csv, string name, FindingList findings)
    {
        (int line, int column) = csv.PlaceOf(csv.FaultOffset);
        (FindingKind kind, string message) = csv.Fault switch
        {
            CsvFault.StrayQuote => (FormatFindings.NotWellFormed, "A quotation mark stands inside a cell that does not start with one."),
            CsvFault.TextAfterQuote => (FormatFindings.NotWellFormed, "Text follows the closing quotation mark of a cell."),
            CsvFault.OpenQuote => (FormatFindings.NotWellFormed, "The quotation mark that opens here is not closed."),
            CsvFault.LongCell => (FormatFindings.TooLarge, string.Create(CultureInfo.InvariantCulture, $"The cell that starts here is longer than {CsvReader.LongestCell} bytes.")),
            CsvFault.LongRow => (FormatFindings.TooMany, string.Create(CultureInfo.InvariantCulture, $"The row is longer than {CsvReader.LongestRow} bytes or {CsvReader.MostCells} cells.")),
            CsvFault.Encoding => (FormatFindings.NotWellFormed, "The row is not encoded in UTF-8."),
            _ => (FormatFindings.NotWellFormed, "The row holds a control character."),
        };
        findings.Add(kind.At(name, new SourcePlace(name, line, column), message, csv.Fault == CsvFault.Encoding ? "Save the file as UTF-8." : null));
    }
}

/// <summary>A row as written.</summary>
/// <param name="Line">Line on which it starts.</param>
/// <param name="Cells">Its cells.</param>
internal sealed record SciGridRow(int Line, SciGridCell[] Cells);

/// <summary>A cell as written.</summary>
/// <param name="Text">Its text, the quotation marks around it taken off.</param>
/// <param name="Line">Line of its first character.</param>
/// <param name="Column">Column of its first character.</param>
/// <param name="IsQuoted">Whether it stands in quotation marks, so that those inside it are doubled in the file.</param>
internal readonly record struct SciGridCell(string Text, int Line, int Column, bool IsQuoted)
{
    /// <summary>Where a character of the text stands in the file.</summary>
    internal (int Line, int Column) PlaceOf(int offset)
    {
        (int line, int column) = (Line, Column);
        for (int i = 0; i < Math.Min(offset, Text.Length); i++)
        {
            if (Text[i] == '\n')
                (line, column) = (line + 1, 1);
            else
                column += IsQuoted && Text[i] == '"' ? 2 : 1;
        }

        return (line, column);
    }
}
