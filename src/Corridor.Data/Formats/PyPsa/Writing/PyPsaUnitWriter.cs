using Corridor.Data.Formats.PyPsa.Attributes;
using Corridor.Data.Formats.PyPsa.Mapping;
using Corridor.Model.Network;
using Corridor.Model.PowerGrids;

namespace Corridor.Data.Formats.PyPsa.Writing;

/// <summary>Writes supplies as generators and demands as loads.</summary>
internal static class PyPsaUnitWriter
{
    private const string Supplies = "supplies";
    private const string Demands = "demands";

    /// <summary>Writes the supplies.</summary>
    public static void Generators(PyPsaExport export)
    {
        ILookup<string, SupplyStep> steps = export.System.SupplySteps.ToLookup(s => s.Supply, StringComparer.Ordinal);
        Dictionary<string, PowerUnit> units = export.System.PowerUnits.GroupBy(u => u.Supply, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        ILookup<string, BusControl> controls = export.System.PowerNodes.Where(p => p.Control is BusControl.Slack or BusControl.Voltage).ToLookup(p => p.Node, p => p.Control, StringComparer.Ordinal);
        var controlled = new HashSet<string>(StringComparer.Ordinal);
        foreach (Supply supply in export.System.Supplies)
        {
            SupplyStep[] own = [.. steps[supply.Id].OrderBy(s => s.Step)];
            if (own.Length == 0)
            {
                PyPsaSheet sheet = export.Begin("generators", supply, supply.Status, supply.Start, supply.End, Supplies);
                Generator(export, sheet, supply, 1, export.Scale.Price(supply.Node, supply.Cost, "supplies.cost"));
                sheet.Set("q_set", units.GetValueOrDefault(supply.Id)?.ReactivePower);
                if (controls.Contains(supply.Node) && controlled.Add(supply.Node))
                    sheet.Set("control", controls[supply.Node].First() == BusControl.Slack ? "Slack" : "PV");
                continue;
            }

            export.Report.Approximated("supply_steps", "", "generators", "each step is a generator of its own; a least output and an annual limit hold for each by its share", supply.Id, own.Length);
            foreach (SupplyStep step in own)
            {
                PyPsaSheet sheet = export.Begin("generators", supply, supply.Status, supply.Start, supply.End, Supplies, "step-" + step.Step.ToString(System.Globalization.CultureInfo.InvariantCulture));
                Generator(export, sheet, supply, step.Share, export.Scale.Price(supply.Node, step.Cost, "supply_steps.cost"));
            }
        }
    }

    /// <summary>Writes the demands.</summary>
    public static void Loads(PyPsaExport export)
    {
        Dictionary<string, double> reactive = export.System.PowerNodes.Where(p => p.ReactiveDemand is not null).GroupBy(p => p.Node, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().ReactiveDemand!.Value, StringComparer.Ordinal);
        foreach (Demand demand in export.System.Demands)
        {
            PyPsaSheet sheet = export.Begin("loads", demand, AssetStatus.Operating, demand.Start, demand.End, Demands);
            sheet.Set("bus", export.Buses.GetValueOrDefault(demand.Node));
            double mean = export.Scale.Amount(demand.Node, demand.AnnualVolume, "demands.annual_volume") / PyPsaUnits.YearHours;
            double[]? factor = export.Sampler.Values(demand.Profile);
            PyPsaExport.Figure(sheet, "p_set", mean, factor, 0);
            if (reactive.Remove(demand.Node, out double consumed))
                sheet.Set("q_set", consumed);
            export.Report.Dropped(Demands, "elasticity", "a demand that follows prices is not in the format", demand.Id, demand.Elasticity is null ? 0 : 1);
            if (demand.CurtailmentCost is { } cost)
                Shed(export, demand, mean, factor, export.Scale.Price(demand.Node, cost, "demands.curtailment_cost"));
        }

        export.Report.Dropped("demand_steps", "", "a demand that follows prices is not in the format", null, export.System.DemandSteps.Count);
        foreach ((string node, double value) in reactive)
            export.Report.Dropped("power_nodes", "reactive_demand", "there is no load at the bus", $"{node} = {PyPsaSheet.Number(value)}");
    }

    private static void Generator(PyPsaExport export, PyPsaSheet sheet, Supply supply, double share, double cost)
    {
        sheet.Set("bus", export.Buses.GetValueOrDefault(supply.Node));
        double capacity = export.Scale.Rate(supply.Node, supply.Capacity, "supplies.capacity");
        export.Capacity(sheet, supply.Id, "p_nom", capacity, r => export.Scale.Rate(supply.Node, r, "expansions"), share: share);
        double[]? available = export.Sampler.Values(supply.Profile);
        PyPsaExport.Figure(sheet, "p_max_pu", 1, available, 1);
        double least = supply.MinOutput is { } minimum && capacity > 0 ? export.Scale.Rate(supply.Node, minimum, "supplies.min_output") / capacity : 0;
        if (least > 0)
            PyPsaExport.Figure(sheet, "p_min_pu", least, export.Sampler.Values(supply.MinProfile) ?? available, 0);
        PyPsaExport.Figure(sheet, "marginal_cost", cost, export.Sampler.Values(supply.CostProfile), 0);
        if (supply.CostSlope is { } slope)
            sheet.Set("marginal_cost_quadratic", export.Scale.Price(supply.Node, slope, "supplies.cost_slope") / 2 / share);
        if (supply.AnnualLimit is { } limit)
            sheet.Set("e_sum_max", export.Sampler.Sum(export.Scale.Amount(supply.Node, limit, "supplies.annual_limit")) * share);
        if (supply.Co2 is > 0 and { } co2)
            sheet.Set("carrier", PyPsaNodeWriter.Emitting(co2));
        export.Report.Dropped(Supplies, "hourly_cost", "a cost of being in service is not in the format", supply.Id, supply.HourlyCost is null or 0 ? 0 : 1);
        export.Report.Dropped(Supplies, "owner", "the format has no owners", supply.Id, supply.Owner is null ? 0 : 1);
    }

    private static void Shed(PyPsaExport export, Demand demand, double mean, double[]? factor, double cost)
    {
        PyPsaSheet sheet = export.Sheet("generators");
        sheet.Add(null, demand.Id + "-shed");
        sheet.Set(PyPsaAttributes.IdColumn, demand.Id + "-shed");
        sheet.Set("bus", export.Buses.GetValueOrDefault(demand.Node));
        double most = factor is { Length: > 0 } ? factor.Max() : 1;
        sheet.Set("p_nom", mean * most);
        sheet.Set("marginal_cost", cost);
        if (factor is not null && most > 0)
            PyPsaExport.Figure(sheet, "p_max_pu", 1 / most, factor, 1);
        export.Report.Approximated(Demands, "curtailment_cost", "generators.marginal_cost", "what may be curtailed is a generator at that cost", demand.Id);
    }
}
