using Corridor.Data.Formats.Documents;
using Corridor.Data.Formats.SanctionsLists;
using Corridor.Data.Formats.Workbooks;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Series;

/// <summary>The rows of a CSV file or of the sheet of a workbook that holds series, as texts with their places.</summary>
internal static class SeriesTable
{
    private static readonly string[] Sheets = ["Monthly Prices", "Data 1"];

    /// <summary>All rows; null where a finding of severity error stands in the way.</summary>
    public static List<(string[] Cells, SourcePlace Place)>? Read(string path, FindingList findings, CancellationToken cancellation)
    {
        int before = findings.Errors;
        bool isWorkbook = path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
        List<(string[] Cells, SourcePlace Place)> rows = isWorkbook ? Workbook(path, findings, cancellation) : [.. Csv(path, findings)];
        return findings.Errors > before ? null : rows;
    }

    private static IEnumerable<(string[] Cells, SourcePlace Place)> Csv(string path, FindingList findings) =>
        InputText.Utf8Bytes(path, findings) is { } bytes ? SanctionsList.Rows(bytes, Path.GetFileName(path), findings) : [];

    private static List<(string[] Cells, SourcePlace Place)> Workbook(string path, FindingList findings, CancellationToken cancellation)
    {
        var rows = new List<(string[], SourcePlace)>();
        using WorkbookReader? book = WorkbookReader.Open(path, findings);
        if (book is null)
            return rows;
        WorkbookSheet? sheet = Sheets.Select(book.Sheet).FirstOrDefault(s => s is not null) ?? (book.Sheets.Count > 0 ? book.Sheets[0] : null);
        using WorkbookSheetReader? reader = sheet is null ? null : book.OpenSheet(sheet, findings);
        while (reader is not null && reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (reader.Cells.Length == 0)
                continue;
            var cells = new string[reader.Cells[^1].Column];
            Array.Fill(cells, "");
            foreach (WorkbookCell cell in reader.Cells)
                cells[cell.Column - 1] = cell.Kind == WorkbookCellKind.Error ? "" : cell.Printed().Trim();
            rows.Add((cells, reader.PlaceOf(0)));
        }

        return rows;
    }
}
