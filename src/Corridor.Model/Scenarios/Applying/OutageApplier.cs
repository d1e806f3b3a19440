using System.Globalization;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Schema;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>Outages become rows of the table <c>outages</c>.</summary>
internal static class OutageApplier
{
    private static readonly TableSchema Outages = PackageSchema.Table("outages");

    internal static void Apply(ChangeStage stage, OutageChange change)
    {
        if (change.Share == 0)
            return;
        string[] tables = [.. PackageSchema.AssetTables.Where(t => t != "demands")];
        int count = 0;
        foreach ((TableSchema table, int row) in RowSelection.Of(stage, change.Assets, tables))
        {
            string asset = table.IdOf(stage.Draft.Rows(table)[row])!;
            string id = string.Create(CultureInfo.InvariantCulture, $"scenario.{stage.Scenario.Name}.{stage.Number}.{++count}");
            stage.Draft.Add(
                Outages,
                new Outage
                {
                    Id = id,
                    Name = stage.Scenario.Title,
                    Asset = asset,
                    PlannedStart = stage.Window.Start,
                    PlannedEnd = stage.Window.To,
                    PlannedShare = change.Share,
                    Source = change.Source,
                    Basis = change.Source is null ? Basis.Assumed : Basis.Derived,
                    Note = stage.Note,
                },
                stage.Place);
            stage.Did("outages", id, null, null, asset, stage.Window);
        }
    }
}
