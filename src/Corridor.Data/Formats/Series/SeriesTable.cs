using System.Globalization;
using Corridor.Data.Formats.Documents;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Tables;
using Corridor.Data.Formats.Workbooks;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Series;

/// <summary>The rows of a CSV file or of the sheet of a workbook that holds series, as texts with their places.</summary>
internal static class SeriesTable
{
    /// <summary>Most cells of a row that are looked at, as in a CSV file.</summary>
    private const int MostColumns = 1000;

    /// <summary>Most cells of a file, empty ones between others included.</summary>
    private const int MostCells = 20_000_000;

    private static readonly string[] Sheets = ["Monthly Prices", "Data 1"];

    /// <summary>All rows; null where a finding of severity error stands in the way.</summary>
    public static List<(string[] Cells, SourcePlace Place)>? Read(string path, FindingList findings, CancellationToken cancellation)
    {
        int before = findings.Errors;
        bool isWorkbook = path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
        var rows = new List<(string[] Cells, SourcePlace Place)>();
        int cells = 0;
        var texts = new ForeignCells(Path.GetFileName(path));
        foreach ((string[] Cells, SourcePlace Place) row in isWorkbook ? Workbook(path, texts, findings, cancellation) : Csv(path, texts, findings))
        {
            cancellation.ThrowIfCancellationRequested();
            rows.Add(row);
            if ((cells += row.Cells.Length) <= MostCells)
                continue;
            findings.Add(FormatFindings.TooLarge.At(row.Place.File, row.Place, string.Create(CultureInfo.InvariantCulture, $"The file has more than {MostCells} cells.")));
            break;
        }

        texts.Tell(findings);
        return findings.Errors > before ? null : rows;
    }

    private static IEnumerable<(string[] Cells, SourcePlace Place)> Csv(string path, ForeignCells texts, FindingList findings) =>
        InputText.Utf8Bytes(path, findings) is { } bytes ? CsvRows.Read(bytes, Path.GetFileName(path), findings).Select(r => (Array.ConvertAll(r.Cells, c => texts.OneLine(c, r.Place)), r.Place)) : [];

    private static IEnumerable<(string[] Cells, SourcePlace Place)> Workbook(string path, ForeignCells texts, FindingList findings, CancellationToken cancellation)
    {
        using WorkbookReader? book = WorkbookReader.Open(path, findings);
        if (book is null)
            yield break;
        WorkbookSheet? sheet = Sheets.Select(book.Sheet).FirstOrDefault(s => s is not null) ?? (book.Sheets.Count > 0 ? book.Sheets[0] : null);
        using WorkbookSheetReader? reader = sheet is null ? null : book.OpenSheet(sheet, findings);
        bool isWide = false;
        while (reader is not null && reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (reader.Cells.Length == 0)
                continue;
            string[] cells = new string[Math.Min(reader.Cells[^1].Column, MostColumns)];
            Array.Fill(cells, "");
            foreach (WorkbookCell cell in reader.Cells)
            {
                if (cell.Column <= cells.Length && cell.Kind != WorkbookCellKind.Error)
                    cells[cell.Column - 1] = texts.OneLine(cell, reader);
                else if (cell.Column > cells.Length && !isWide)
                    Wide(cell.Column);
            }

            yield return (cells, reader.PlaceOf(0));
        }

        void Wide(int column)
        {
            isWide = true;
            findings.Add(FormatFindings.LeftOut.At(book.File, reader!.PlaceOf(column), string.Create(CultureInfo.InvariantCulture, $"Cells beyond the column {MostColumns} are left out.")));
        }
    }
}
