using Corridor.Model.Findings;
using Corridor.Model.Schema;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>Any column of a row.</summary>
internal static class SetApplier
{
    internal static void Apply(ChangeStage stage, SetChange change)
    {
        if (PackageSchema.Find(change.Table.Text) is not { } table)
        {
            stage.Report(ScenarioFindings.UnknownColumn, change.Table.Place, $"'{ChangeStage.Short(change.Table.Text)}' is no table.", Suggestion.Ask(change.Table.Text, PackageSchema.Tables.Select(t => t.Name)));
            return;
        }

        int row = stage.Draft.Find(table, change.Id.Text);
        if (row < 0)
        {
            stage.Unknown(change.Id, table.Name, table);
            return;
        }

        if (stage.Column(table, change.Column) is { } column && FigureOperation.From(stage, table, stage.Draft.Rows(table)[row], column, change.Edit) is { } operation)
            stage.Edit(table, row, column, operation);
    }
}
