using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Schema;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>Weather scales demands by sector, and the output of water, wind and sun.</summary>
internal static class WeatherApplier
{
    private static readonly TableSchema Demands = PackageSchema.Table("demands");
    private static readonly TableSchema Supplies = PackageSchema.Table("supplies");

    internal static void Apply(ChangeStage stage, WeatherChange change)
    {
        var zones = new HashSet<string>(StringComparer.Ordinal);
        foreach (ScenarioText zone in change.Zones)
        {
            if (stage.Draft.Find<Zone>("zones", zone.Text) is null)
                stage.Unknown(zone, "zones", PackageSchema.Table("zones"));
            else
                zones.UnionWith(stage.Draft.Within(zone.Text));
        }

        if (change.Carrier is { } carrier && stage.Draft.Find<Carrier>("carriers", carrier.Text) is null)
            stage.Unknown(carrier, "carriers", PackageSchema.Table("carriers"));
        ApplyToDemands(stage, change, zones);
        foreach ((string pattern, double factor) in change.Supply)
            ApplyToSupplies(stage, zones, pattern, factor);
    }

    private static void ApplyToDemands(ChangeStage stage, WeatherChange change, HashSet<string> zones)
    {
        ColumnSchema volume = Demands.Column("annual_volume")!;
        for (int i = 0; i < stage.Draft.Rows(Demands).Count; i++)
        {
            var demand = (Demand)stage.Draft.Rows(Demands)[i];
            if (stage.Draft.Find<Node>("nodes", demand.Node) is not { } node || !zones.Contains(node.Zone) || (change.Carrier is { } carrier && carrier.Text != node.Carrier))
                continue;
            double factor = FactorOf(change, demand.Sector);
            if (factor != 1)
                stage.Edit(Demands, i, volume, FigureOperation.Times(factor));
        }
    }

    /// <summary>Factor of a sector; a market outside the system feels no weather unless it is named.</summary>
    private static double FactorOf(WeatherChange change, DemandSector sector)
    {
        string name = SnakeCase.From(sector.ToString());
        IReadOnlyDictionary<string, double> stated = change.Temperature?.Share ?? change.Demand;
        string? key = stated.ContainsKey(name) ? name : sector != DemandSector.Market && stated.ContainsKey("all") ? "all" : null;
        return key is null ? 1 : change.Temperature?.Factor(key) ?? stated[key];
    }

    private static void ApplyToSupplies(ChangeStage stage, HashSet<string> zones, string pattern, double factor)
    {
        ColumnSchema capacity = Supplies.Column("capacity")!;
        bool any = false;
        for (int i = 0; i < stage.Draft.Rows(Supplies).Count; i++)
        {
            var supply = (Supply)stage.Draft.Rows(Supplies)[i];
            if (!RowSelector.Fits(pattern, supply.Id) || stage.Draft.Find<Node>("nodes", supply.Node) is not { } node || !zones.Contains(node.Zone))
                continue;
            any = true;
            stage.Edit(Supplies, i, capacity, FigureOperation.Times(factor));
            if (supply.MinOutput is not null)
                stage.Edit(Supplies, i, Supplies.Column("min_output")!, FigureOperation.Times(factor));
        }

        if (!any)
            stage.Report(ScenarioFindings.NothingSelected, stage.Place, $"No supply within the zones fits '{ChangeStage.Short(pattern)}'.");
    }
}
