using Corridor.Model.Findings;
using Corridor.Model.Markets;
using Corridor.Model.Network;
using Corridor.Model.Schema;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>Capacities, demands and prices of rows.</summary>
internal static class FigureApplier
{
    private static readonly (string Table, string Column)[] Capacities =
    [
        ("supplies", "capacity"), ("pipelines", "capacity"), ("power_lines", "rating"), ("transports", "capacity"), ("storages", "working_volume"),
        ("converters", "capacity"), ("fleets", "vehicles"), ("payment_channels", "capacity"), ("interconnections", ""),
    ];

    private static readonly (string Table, string Column)[] Demands = [("demands", "annual_volume")];

    private static readonly (string Table, string Column)[] Prices =
    [
        ("price_indices", "value"), ("supplies", "cost"), ("pipelines", "tariff"), ("power_lines", "tariff"), ("transports", "cost"), ("converters", "cost"),
        ("contracts", "price"), ("rules", "price"), ("transit_fees", "charge"), ("zones", "co2_price"), ("price_formulas", "base"), ("measures", "cost"),
        ("payment_channels", "cost"), ("storages", ""), ("demands", ""),
    ];

    internal static void Apply(ChangeStage stage, FigureChange change)
    {
        (string Table, string Column)[] usual = change switch { CapacityChange => Capacities, DemandChange => Demands, _ => Prices };
        List<(TableSchema Table, int Row)> rows = RowSelection.Of(stage, change.Rows, [.. usual.Select(u => u.Table)]);
        if (rows.Count > 1 && change.Edit.Factor is null && change.Rows.Ids.Count != rows.Count)
        {
            stage.Report(ScenarioFindings.WrongKind, change.Rows.Place, $"The conditions select {rows.Count} rows; each would get the same {(change.Edit.Value is null ? "addition" : "value")}.", "Use a factor, or name the rows.");
            return;
        }

        foreach ((TableSchema table, int row) in rows)
            Apply(stage, change, table, row, Array.Find(usual, u => u.Table == table.Name).Column);
    }

    private static void Apply(ChangeStage stage, FigureChange change, TableSchema table, int row, string usual)
    {
        if (change is PriceChange && table.Name == "price_indices")
        {
            IndexApplier.Apply(stage, change, row);
            return;
        }

        if (change.Of is null && usual.Length == 0)
        {
            stage.Report(ScenarioFindings.MissingKey, change.Rows.Place, $"A row of {table.Name} has several such figures; 'of' must name the column.");
            return;
        }

        if (stage.Column(table, change.Of ?? new ScenarioText(usual, change.Rows.Place)) is not { } column)
            return;
        if (change is PriceChange && change.Of is null && table.Name == "supplies" && Steps(stage, table, row) is { Count: > 0 } steps)
        {
            ApplyToSteps(stage, change, steps);
            return;
        }

        if (change is PriceChange && column.Name == "price" && table.Column("price_formula")?.Get(stage.Draft.Rows(table)[row]) is string formula)
        {
            stage.Report(ScenarioFindings.NoFigure, change.Rows.Place, $"The price of {table.Name} {table.IdOf(stage.Draft.Rows(table)[row])} follows the formula {formula}.", "Change an index of the formula, its base, or give the contract a fixed price: 'contract: id' with 'price' and 'price_formula: null'.");
            return;
        }

        Row before = stage.Draft.Rows(table)[row];
        if (FigureOperation.From(stage, table, before, column, change.Edit) is not { } operation)
            return;
        stage.Edit(table, row, column, operation);
        if (change is CapacityChange && before is Pipeline or Transport or PowerLine)
            BorderPoints.Check(stage, table, before, column, operation);
    }

    private static List<int> Steps(ChangeStage stage, TableSchema table, int row)
    {
        string id = table.IdOf(stage.Draft.Rows(table)[row])!;
        IReadOnlyList<Row> all = stage.Draft.Rows(PackageSchema.Table("supply_steps"));
        return [.. Enumerable.Range(0, all.Count).Where(i => ((SupplyStep)all[i]).Supply == id)];
    }

    private static void ApplyToSteps(ChangeStage stage, FigureChange change, List<int> steps)
    {
        TableSchema table = PackageSchema.Table("supply_steps");
        if (change.Edit.Value is { } value && steps.Count > 1)
        {
            stage.Report(ScenarioFindings.WrongKind, value.Place, $"The supply has {steps.Count} cost steps; each would get the same value.", "Use a factor or an addition, or set each step: 'set: {table: supply_steps, id: <supply>/<step>, column: cost, value: …}'.");
            return;
        }

        foreach (int step in steps)
        {
            ColumnSchema column = table.Column("cost")!;
            if (FigureOperation.From(stage, table, stage.Draft.Rows(table)[step], column, change.Edit) is { } operation)
                stage.Edit(table, step, column, operation);
        }
    }
}
