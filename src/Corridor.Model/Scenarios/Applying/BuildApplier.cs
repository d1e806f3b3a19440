using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Schema;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>Assets, or the assets of projects, go into operation.</summary>
internal static class BuildApplier
{
    private static readonly string[] Tables = [.. PackageSchema.AssetTables.Where(t => t != "demands"), "fleets", "payment_channels"];

    internal static void Apply(ChangeStage stage, BuildChange change)
    {
        foreach (ScenarioText id in change.Ids)
        {
            ScenarioText asset = id;
            if (stage.Draft.Find<Project>("projects", id.Text) is { } project)
            {
                if (project.Asset is null)
                {
                    stage.Report(ScenarioFindings.UnknownId, id.Place, $"The project {id.Text} names no asset that it would build.", "Add the asset to its table, or add it in the scenario with 'add'.");
                    continue;
                }

                asset = id with { Text = project.Asset };
            }
            else if (!Tables.Any(t => stage.Draft.Find(PackageSchema.Table(t), id.Text) >= 0))
            {
                stage.Unknown(id, "assets or projects", [.. Tables.Select(PackageSchema.Table), PackageSchema.Table("projects")]);
                continue;
            }

            foreach ((TableSchema table, int row) in RowSelection.Of(stage, new RowSelector { Ids = [asset], Place = id.Place }, Tables))
                Build(stage, table, row);
        }
    }

    private static void Build(ChangeStage stage, TableSchema table, int row)
    {
        // The row's own dates must not stand in the way of the window.
        Row line = stage.Draft.Rows(table)[row];
        string id = table.IdOf(line)!;
        DateWindow window = stage.Window;
        if (table.Column("start") is { } start && start.Get(line) is DateOnly first && !(first <= window.From))
        {
            stage.Draft.Edit(table, row, stage.Place, (start, window.From));
            stage.Did(table.Name, id, "start", CellFormat.Write(start, first), CellFormat.Write(start, window.From), window);
        }

        if (table.Column("end") is { } end && end.Get(line) is DateOnly last && !(last >= window.To))
        {
            stage.Draft.Edit(table, row, stage.Place, (end, window.To));
            stage.Did(table.Name, id, "end", CellFormat.Write(end, last), CellFormat.Write(end, window.To), window);
        }

        stage.Edit(table, row, table.Column("status")!, FigureOperation.Of("operating"));
    }
}
