using Corridor.Model.Schema;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>New values of several columns of one row, units first.</summary>
internal static class ColumnEdits
{
    internal static void Apply(ChangeStage stage, TableSchema table, int row, IReadOnlyDictionary<string, ScenarioText> cells)
    {
        foreach ((string name, ScenarioText cell) in cells.OrderBy(c => table.Column(c.Key)?.Kind is ColumnKind.AmountUnit or ColumnKind.RateUnit or ColumnKind.PriceUnit ? 0 : 1))
        {
            if (stage.Column(table, new ScenarioText(name, cell.Place)) is { } column &&
                FigureOperation.From(stage, table, stage.Draft.Rows(table)[row], column, new FigureEdit { Value = cell }) is { } operation)
            {
                stage.Edit(table, row, column, operation);
            }
        }
    }
}
