using Corridor.Data.Formats.Excel;
using Corridor.Data.Formats.Exchange;
using Corridor.Reporting.Summaries;

namespace Corridor.Reporting.Export;

/// <summary>Writes the results of a run as one workbook: a sheet a table, with units below the names of the columns.</summary>
public static class ResultWorkbook
{
    private static readonly string[] Guide =
    [
        "Every sheet is a table of the run. Its first row has the names of the columns, the second their units in square brackets.",
        "Units of account differ by carrier: the sheet carriers states them, and the tables of elements have a column unit.",
        "Sheets summary_… are in the units that people use, which stand in their columns unit and price_unit.",
        "A table longer than a sheet goes on in further sheets with a number in brackets.",
    ];

    /// <summary>Writes a workbook.</summary>
    /// <param name="report">A run that may be shown.</param>
    /// <param name="summary">Its summary.</param>
    /// <param name="stamp">How it came to be.</param>
    /// <param name="path">The file; one there is replaced.</param>
    /// <param name="cancellation">Stops between rows; nothing is then written.</param>
    /// <returns>The tables and how many of their rows were written: all, with every figure.</returns>
    /// <exception cref="ArgumentException">The result failed its check.</exception>
    /// <exception cref="IOException">The file cannot be written, or a table has more than ten million rows.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static FidelityReport Write(RunReport report, RunSummary summary, RunStamp stamp, string path, CancellationToken cancellation) =>
        Write(report, summary, stamp, path, WorkbookWriter.MostRows, cancellation);

    /// <summary>Writes a workbook with sheets of at most so many rows.</summary>
    internal static FidelityReport Write(RunReport report, RunSummary summary, RunStamp stamp, string path, int mostRows, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        IReadOnlyList<ResultTable> tables = [.. SummaryTables.Of(summary), .. ResultTables.Of(report, stamp)];
        string[] periods = [.. report.Horizon.Periods.Select(p => PeriodText.Of(p.Start, report.Horizon.Step))];
        string title = $"{report.System.Description.Title ?? report.System.Description.Name}: {report.Scenario}";
        var fidelity = new FidelityReport();
        WorkbookWriter.Save(path, title, workbook =>
        {
            WriteAbout(workbook, title, tables);
            foreach (ResultTable table in tables)
            {
                var sink = new SheetSink(workbook, table, periods, report.System.Description.Currency, mostRows, cancellation);
                table.WriteRows(sink);
                fidelity.Exact(table.Name, "", table.Name, sink.Rows);
            }
        });
        return fidelity;
    }

    private static void WriteAbout(WorkbookWriter workbook, string title, IReadOnlyList<ResultTable> tables)
    {
        SheetWriter sheet = workbook.Begin(new SheetLayout("About", [new SheetColumn(34, CellStyle.Text), new SheetColumn(100, CellStyle.Text)]));
        sheet.Text(title, CellStyle.Title);
        sheet.EndRow();
        sheet.EndRow();
        foreach (string line in Guide)
        {
            sheet.Text(line);
            sheet.EndRow();
        }

        sheet.EndRow();
        sheet.Text("table", CellStyle.Header);
        sheet.Text("meaning", CellStyle.Header);
        sheet.EndRow();
        foreach (ResultTable table in tables)
        {
            sheet.Link(table.Name);
            sheet.Text(table.Meaning);
            sheet.EndRow();
        }
    }
}
