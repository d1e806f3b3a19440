using System.IO.Compression;
using System.Text.Json;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Workbooks;
using Corridor.Model.Findings;
using Corridor.Reporting.Export;
using Corridor.Reporting.Summaries;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Corridor.Tests.Reporting.Export;

public sealed class ResultExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-results-").FullName;

    private string Book => Path.Combine(_folder, "run.xlsx");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_workbook_has_every_table_with_the_figures_of_the_csv_files()
    {
        FidelityReport fidelity = ResultWorkbook.Write(SampleRun.Report, SampleRun.Summary, SampleRun.Stamp, Book, CancellationToken.None);
        (fidelity.IsExact, fidelity.Entries.Single(e => e.Part == "arc_periods").Count).ShouldBe((true, SampleRun.Report.Result.Network.Arcs.Count * 12));
        using (SpreadsheetDocument document = SpreadsheetDocument.Open(Book, isEditable: false))
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        using WorkbookReader book = WorkbookReader.Open(Book, new FindingList())!;
        IReadOnlyList<ResultTable> tables = ResultTables.Of(SampleRun.Report, SampleRun.Stamp);
        book.Sheets.Select(s => s.Name).ShouldBe(["About", .. SummaryTables.Of(SampleRun.Summary).Select(t => t.Name), .. tables.Select(t => t.Name)]);
        List<string[]> rows = Rows(book, "arc_periods");
        rows[1][..4].ShouldBe(["[id of arcs]", "[start of the period]", "[unit of account/d]", "[unit of account/d]"]);
        rows.Count.ShouldBe(2 + (SampleRun.Report.Result.Network.Arcs.Count * 12));
        (rows[2][0], rows[2][1]).ShouldBe((SampleRun.Report.Result.Network.Arcs[0].Id, "2025-01-01"));
        double.Parse(rows[2][2], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(SampleRun.Report.Result.Arcs[0].Flow[0][0]);
        Rows(book, "node_periods")[1][2].ShouldBe($"[{SampleRun.Report.System.Description.Currency}/unit of account]");
    }

    [Fact]
    public void The_same_run_is_written_as_the_same_bytes()
    {
        ResultWorkbook.Write(SampleRun.Report, SampleRun.Summary, SampleRun.Stamp, Book, CancellationToken.None);
        byte[] first = File.ReadAllBytes(Book);
        ResultWorkbook.Write(SampleRun.Report, SampleRun.Summary, SampleRun.Stamp, Book, CancellationToken.None);
        File.ReadAllBytes(Book).ShouldBe(first);
    }

    [Fact]
    public void A_table_longer_than_a_sheet_goes_on_in_further_sheets()
    {
        ResultWorkbook.Write(SampleRun.Report, SampleRun.Summary, SampleRun.Stamp, Book, 12, CancellationToken.None);
        using WorkbookReader book = WorkbookReader.Open(Book, new FindingList())!;
        string[] sheets = [.. book.Sheets.Select(s => s.Name).Where(n => n.StartsWith("arc_periods", StringComparison.Ordinal))];
        sheets.Length.ShouldBeGreaterThan(1);
        sheets[1].ShouldBe("arc_periods (2)");
        string[] ids = [.. sheets.SelectMany(s => Rows(book, s).Skip(2)).Select(r => $"{r[0]} {r[1]}")];
        ids.Length.ShouldBe(SampleRun.Report.Result.Network.Arcs.Count * 12);
        ids.Distinct().Count().ShouldBe(ids.Length);
        Rows(book, sheets[0]).Count.ShouldBe(12);
    }

    [Fact]
    public void The_map_has_flows_prices_and_shortages()
    {
        string path = Path.Combine(_folder, "run.geojson");
        FidelityReport fidelity = ResultGeoJson.Write(SampleRun.Report, path, CancellationToken.None);
        JsonElement[] features = [.. JsonDocument.Parse(File.ReadAllBytes(path)).RootElement.GetProperty("features").EnumerateArray()];
        var network = SampleRun.Report.Result.Network;
        features.Length.ShouldBe(network.Arcs.Count + network.Nodes.Count + network.Supplies.Count + network.Demands.Count + network.Storages.Count + network.Converters.Count);
        JsonElement arc = features[0].GetProperty("properties");
        double[] flow = SampleRun.Report.Result.Arcs[0].Flow[0];
        arc.GetProperty("id").GetString().ShouldBe(network.Arcs[0].Id);
        arc.GetProperty("forward_max_account_per_day").GetDouble().ShouldBe(flow.Max());
        double total = flow.Select((f, t) => f * SampleRun.Report.Horizon.Periods[t].Days).Sum();
        arc.GetProperty("forward_mean_account_per_day").GetDouble().ShouldBe(total / 365, 1e-9 * (1 + total));
        double curtailed = features.Where(f => f.GetProperty("properties").GetProperty("layer").GetString() == "nodes").Sum(f => f.GetProperty("properties").GetProperty("curtailed_account").GetDouble());
        double perDemand = features.Where(f => f.GetProperty("properties").GetProperty("layer").GetString() == "demands").Sum(f => f.GetProperty("properties").GetProperty("curtailed_account").GetDouble());
        curtailed.ShouldBe(perDemand, 1e-9 * (1 + perDemand));
        perDemand.ShouldBeGreaterThan(0);
        fidelity.Entries.Where(e => e.Attribute == "periods").Sum(e => e.Count).ShouldBe(features.Length);
        ResultGeoJson.Write(SampleRun.Report, Path.Combine(_folder, "layers"), CancellationToken.None);
        Directory.GetFiles(Path.Combine(_folder, "layers")).Length.ShouldBe(6);
    }

    [Fact]
    public void A_result_that_failed_its_check_is_not_written()
    {
        Should.Throw<ArgumentException>(() => ResultWorkbook.Write(SampleRun.Refused, SampleRun.Summary, SampleRun.Stamp, Book, CancellationToken.None));
        Should.Throw<ArgumentException>(() => ResultGeoJson.Write(SampleRun.Refused, Path.Combine(_folder, "run.geojson"), CancellationToken.None));
        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
    }

    private static List<string[]> Rows(WorkbookReader book, string name)
    {
        using WorkbookSheetReader sheet = book.OpenSheet(book.Sheet(name)!, new FindingList())!;
        var rows = new List<string[]>();
        while (sheet.Read())
        {
            int width = sheet.Cells.Length == 0 ? 0 : sheet.Cells[^1].Column;
            rows.Add([.. Enumerable.Range(1, width).Select(c => sheet.Cell(c).Printed())]);
        }

        return rows;
    }
}
