using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios.Applying;
using Corridor.Model.Schema;
using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Tests.Architecture;

namespace Corridor.Tests.Studies.Compilation;

public sealed class DatedColumnTests
{
    /// <summary>A column in the list that no compiler reads would let a scenario change nothing; one that is missing would refuse a good one.</summary>
    [Fact]
    public void The_columns_that_scenarios_may_date_are_those_that_a_dispatch_reads_by_date()
    {
        EnergySystem system = PackageReader.Read(Path.Combine(Repository.Root, "data", "eurasia"), new FindingList()).ShouldNotBeNull();
        var horizon = new Horizon(new DateOnly(2025, 1, 1), new DateOnly(2025, 2, 1), TimeStep.Month);
        foreach (TableSchema table in PackageSchema.Tables.Where(t => t.IdColumn is not null))
        {
            IReadOnlyList<Row> rows = table.RowsOf(system);
            (ColumnSchema Column, Row[] Rows)[] tried =
            [
                .. table.Columns.Where(c => !c.IsKey && c.Kind != ColumnKind.TextList).Select(c => (c, rows.Where(r => c.Get(r) is not null && !IsDated(system, table, r)).Take(4).ToArray())).Where(t => t.Item2.Length > 0),
            ];
            DatedValue[] values = [.. tried.SelectMany(t => t.Rows.Select(r => new DatedValue { Table = table.Name, Subject = table.IdOf(r)!, Column = t.Column.Name, Start = new(2000, 1, 1), Value = CellFormat.Write(t.Column, t.Column.Get(r)) }))];
            var findings = new FindingList();
            NetworkCompiler.Compile(system with { DatedValues = [.. system.DatedValues, .. values] }, horizon, findings);
            bool IsRead(ColumnSchema column, Row row) => !findings.Items.Any(f =>
                (f.Code == "C008" && f.Subject == $"dated_values {table.Name} {table.IdOf(row)}" && f.Message.Contains($" {column.Name} ", StringComparison.Ordinal)) ||
                (f.Code is "C004" or "C005" && f.Subject == $"{table.Name} {table.IdOf(row)}"));
            string[] read = [.. tried.Where(t => Array.Exists(t.Rows, r => IsRead(t.Column, r))).Select(t => t.Column.Name)];
            // Of a penalty only the value at the start of the horizon counts: it has no values by date.
            read = [.. read.Except(table.Name == "rules" ? ["penalty"] : [])];
            read.Except(DatedColumns.Of(table.Name)).ShouldBeEmpty($"read by date, but not in the list: {table.Name}");
            tried.Select(t => t.Column.Name).Intersect(DatedColumns.Of(table.Name)).Except(read).ShouldBeEmpty($"in the list, but not read by date: {table.Name}");
        }
    }

    private static bool IsDated(EnergySystem system, TableSchema table, Row row) =>
        system.DatedValues.Any(v => v.Table == table.Name && v.Subject == table.IdOf(row));
}
