using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Tables;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Schema;

namespace Corridor.Data.Formats.Csv;

/// <summary>
/// Writes a package as a folder of plain CSV files in the standard units, and <c>about/columns.csv</c> with the unit, type and meaning of
/// every column. The folder is a package itself: what is written is read back without loss.
/// </summary>
public sealed class CsvExporter : IPackageExporter
{
    /// <summary>What tells a folder of this export from a package that somebody keeps: a package has no such file.</summary>
    private const string Mark = "about/columns.csv";
    private static readonly string[] Head = ["table", "column", "type", "unit", "required", "key", "allowed", "meaning"];

    /// <inheritdoc/>
    public string Format => "csv";

    /// <inheritdoc/>
    public string Description => "a folder of CSV files, one a table, with a list of all columns and their units; itself a package";

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The system holds what no package can: see <see cref="PackageWriter"/>.</exception>
    public FidelityReport Export(EnergySystem system, string path, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(system);
        var report = new FidelityReport();
        OutputFile.SaveFolder(path, IsWritten, folder =>
        {
            PackageWriter.Write(system, folder);
            cancellation.ThrowIfCancellationRequested();
            string about = Path.Combine(folder, "about");
            Directory.CreateDirectory(about);
            WriteColumns(system, Path.Combine(about, "columns.csv"));
            foreach ((string field, string _) in DescriptionFields.All)
                DescriptionFields.Write(field, system.Description, report, "datapackage.json");
            foreach (TableSchema table in PackageSchema.Tables)
                Count(table, system, report);
        }, Mark);
        return report;
    }

    private static bool IsWritten(string name) => name is PackageDescriptor.FileName or Mark || PackageSchema.Tables.Any(t => t.FileName == name);

    private static void WriteColumns(EnergySystem system, string path)
    {
        var csv = new CsvWriter();
        foreach (string name in Head)
            csv.Cell(name);
        csv.EndRow();
        foreach (TableSchema table in PackageSchema.Tables.Where(t => t.RowsOf(system).Count > 0))
        {
            foreach (ColumnSchema column in new TableWriter(table, table.RowsOf(system)).Columns)
            {
                string unit = column.Unit ?? (column.UnitColumn is { } of ? "in " + of : "");
                foreach (string cell in (string[])[table.Name, column.Name, column.FieldType, unit, column.Required ? "true" : "false", column.IsKey ? "true" : "false", ColumnLabels.Allowed(column), column.Meaning])
                    csv.Cell(cell);
                csv.EndRow();
            }
        }

        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        csv.Save(stream);
    }

    /// <summary>Counts cells, and apart from them texts that a spreadsheet would take for formulas.</summary>
    private static void Count(TableSchema table, EnergySystem system, FidelityReport report)
    {
        IReadOnlyList<Row> rows = table.RowsOf(system);
        foreach (ColumnSchema column in table.Columns)
        {
            int filled = 0, formulas = 0;
            string? example = null;
            foreach (Row row in rows)
            {
                object? value = column.Get(row);
                string? text = value as string ?? (value is IReadOnlyList<string> { Count: > 0 } items ? items[0] : null);
                filled += value is null or "" or IReadOnlyList<string> { Count: 0 } ? 0 : 1;
                if (!FormulaText.Is(text))
                    continue;
                formulas++;
                example ??= table.IdOf(row) is { } id ? $"{id}: {text}" : text;
            }

            string target = $"{table.FileName}: {column.Name}";
            report.Exact(table.Name, column.Name, target, filled - formulas);
            report.Add(FidelityKind.Exact, table.Name, column.Name, target, "begins as a formula does: a spreadsheet that opens the file would calculate it; open it as text", example, formulas);
        }
    }
}
