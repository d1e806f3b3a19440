using System.IO.Compression;
using Corridor.Data.Formats.Excel;
using Corridor.Data.Formats.Exchange;
using Corridor.Model.Findings;

namespace Corridor.Tests.Data.Formats.Excel;

/// <summary>A small sound package as a workbook, to be broken by a test.</summary>
internal sealed class WorkbookDraft
{
    private readonly List<(string Name, List<object?[]> Rows)> _sheets =
    [
        ("About", [["field", "value"], ["name", "test"], ["currency", "USD"]]),
        ("carriers", [["id", "kind", "unit"], ["[text]", "[name]", "[unit of an amount]"], ["gas", "gas", "mcm@20C"]]),
        ("zones", [["id", "iso"], ["[text]", "[text]"], ["kz", "KZ"]]),
        ("nodes", [["id", "carrier", "zone", "lon", "lat"], ["[text]", "[text]", "[text]", "[deg]", "[deg]"], ["kz-north", "gas", "kz", 69.1, 54.9], ["kz-west", "gas", "kz"]]),
        ("supplies", [["id", "node", "capacity", "rate_unit", "start"], ["[text]", "[text]", "[in rate_unit]"], ["kz-field", "kz-west", 3.0, "bcm@20C/year", "2020-01-01"]]),
        ("demands", [["id", "node", "sector", "annual_volume", "amount_unit", "protected", "curtailment_cost", "price_unit"], ["[text]"], ["kz-homes", "kz-north", "household", 1.2, "bcm@20C", true, 900.0, "USD/kcm@20C"]]),
        ("pipelines", [["id", "from", "to", "length", "capacity", "rate_unit"], ["[text]", "[text]", "[text]", "[km]"], ["kz-line", "kz-west", "kz-north", 1500.0, 2.0, "bcm@20C/year"]]),
    ];

    internal FindingList Findings { get; private set; } = new();

    /// <summary>The rows of a sheet; a new sheet where there is none of the name.</summary>
    internal List<object?[]> this[string sheet]
    {
        get
        {
            if (!_sheets.Exists(s => s.Name == sheet))
                _sheets.Add((sheet, []));
            return _sheets.Find(s => s.Name == sheet).Rows;
        }
    }

    internal WorkbookDraft Without(string sheet)
    {
        _sheets.RemoveAll(s => s.Name == sheet);
        return this;
    }

    internal WorkbookDraft Set(string sheet, int row, int column, object? value)
    {
        object?[] cells = this[sheet][row - 1];
        if (cells.Length < column)
            Array.Resize(ref cells, column);
        cells[column - 1] = value;
        this[sheet][row - 1] = cells;
        return this;
    }

    /// <summary>Writes the workbook, changes the text of its parts, and imports it.</summary>
    internal ImportResult? Import(Func<string, string>? change = null)
    {
        string path = Path.Combine(Path.GetTempPath(), $"corridor-draft-{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.xlsx");
        try
        {
            WorkbookWriter.Save(path, "test", Write);
            if (change is not null)
                Change(path, change);
            Findings = new FindingList();
            return new ExcelImporter().Import(new ImportRequest(path), Findings, CancellationToken.None);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Imports it; asserts that there is exactly one finding, and returns it.</summary>
    internal Finding Single(Func<string, string>? change = null)
    {
        Import(change);
        Findings.Items.Count.ShouldBe(1, string.Join('\n', Findings.Items));
        return Findings.Items[0];
    }

    /// <summary>The place of a finding without the name of the file.</summary>
    internal static string CellOf(Finding finding) => finding.Place.File[finding.Place.File.IndexOf('[', StringComparison.Ordinal)..];

    /// <summary>Changes every part of a workbook.</summary>
    internal static void Change(string path, Func<string, string> change)
    {
        using var archive = new ZipArchive(new FileStream(path, FileMode.Open), ZipArchiveMode.Update);
        foreach (ZipArchiveEntry entry in archive.Entries.ToArray())
        {
            string before;
            using (var reader = new StreamReader(entry.Open()))
                before = reader.ReadToEnd();
            string after = change(before);
            if (after == before)
                continue;
            using var stream = new StreamWriter(entry.Open());
            stream.BaseStream.SetLength(0);
            stream.Write(after);
        }
    }

    private void Write(WorkbookWriter workbook)
    {
        foreach ((string name, List<object?[]> rows) in _sheets)
        {
            SheetWriter sheet = workbook.Begin(new SheetLayout(name, [.. Enumerable.Repeat(new SheetColumn(10), rows.Count == 0 ? 1 : rows.Max(r => r.Length))]));
            foreach (object?[] row in rows)
            {
                foreach (object? cell in row)
                {
                    if (cell is double number)
                        sheet.Number(number);
                    else if (cell is bool flag)
                        sheet.Boolean(flag);
                    else
                        sheet.Text((string?)cell);
                }

                sheet.EndRow();
            }
        }
    }
}
