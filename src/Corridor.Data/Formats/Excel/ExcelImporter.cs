using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Tables;
using Corridor.Data.Formats.Workbooks;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Schema;

namespace Corridor.Data.Formats.Excel;

/// <summary>
/// Reads a package that stands in one workbook. The rows keep the sources that the workbook gives them: it is a form of the package
/// itself, no other program's data.
/// </summary>
public sealed class ExcelImporter : IPackageImporter
{
    /// <inheritdoc/>
    public string Format => "excel";

    /// <inheritdoc/>
    public string Description => "a package as one workbook (.xlsx), as the exporter of the same name writes it";

    /// <inheritdoc/>
    public ImportResult? Import(ImportRequest request, FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(findings);
        int before = findings.Errors;
        using WorkbookReader? book = WorkbookReader.Open(request.Path, findings);
        if (book is null)
            return null;
        if (book.Sheet(PackageSheets.About) is null && FormatRecognition.IsAnother(request.Path, Format, "package as a workbook", findings))
            return null;
        var report = new FidelityReport();
        PackageDescription? description = Describe(book, report, findings);
        var rows = new Dictionary<string, IReadOnlyList<Row>>(StringComparer.Ordinal);
        foreach (WorkbookSheet sheet in book.Sheets)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TableOf(book, sheet, rows, report, findings) is not { } table || book.OpenSheet(sheet, findings) is not { } reader)
                continue;
            using (reader)
                rows.Add(table.Name, new TableSheet(reader, book.Is1904, table, report, findings).Read(cancellation));
        }

        if (rows.Count == 0 && findings.Errors == before)
            findings.Add(FormatFindings.UnknownFormat.At(book.File, new SourcePlace(book.File), "No sheet of the workbook has the name of a table.", "Name the sheets nodes, supplies, demands … as docs/package.md lists them."));
        return findings.Errors > before || description is null ? null : new ImportResult(PackageSchema.Create(description, rows), report);
    }

    private static PackageDescription? Describe(WorkbookReader book, FidelityReport report, FindingList findings)
    {
        if (book.Sheet(PackageSheets.About) is { } about)
        {
            using WorkbookSheetReader? reader = book.OpenSheet(about, findings);
            return reader is null ? null : new AboutSheetReader(reader, book.File, report, findings).Read();
        }

        findings.Add(FormatFindings.Missing.At(book.File, new SourcePlace(book.File), $"The workbook has no sheet '{PackageSheets.About}', which names the package and its money of account.", $"Add it: a row {string.Join(", ", PackageSheets.AboutHead)}, and below it rows for name and currency. docs/formats/excel.md shows it."));
        return null;
    }

    /// <summary>The table of a sheet; null where it has none, with a finding unless that is known.</summary>
    private static TableSchema? TableOf(WorkbookReader book, WorkbookSheet sheet, Dictionary<string, IReadOnlyList<Row>> taken, FidelityReport report, FindingList findings)
    {
        string name = sheet.Name.Trim();
        if (IsOne(name, PackageSheets.About) || IsOne(name, PackageSheets.Columns) || IsOne(name, PackageSheets.Lists))
            return null;
        SourcePlace place = CellAddress.Place(book.File, sheet.Name, 0);
        if (PackageSchema.Tables.FirstOrDefault(t => IsOne(name, t.Name)) is not { } table)
        {
            int blank = name.IndexOf(" (", StringComparison.Ordinal);
            string? ask = Suggestion.Ask(blank > 0 ? name[..blank] : name, PackageSchema.Tables.Select(t => t.Name));
            findings.Add(FormatFindings.NoEffect.At(sheet.Name, place, $"'{sheet.Name}' is no table; the sheet has no effect.", ask));
            report.Dropped(sheet.Name, "", "the sheet has the name of no table");
            return null;
        }

        if (!taken.ContainsKey(table.Name))
            return table;
        findings.Add(FormatFindings.DuplicateId.At(table.Name, place, $"A second sheet has the name of the table {table.Name}.", "Put the rows into one of them, and take the other out."));
        return null;
    }

    private static bool IsOne(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
