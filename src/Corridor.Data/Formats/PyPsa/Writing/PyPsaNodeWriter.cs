using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.PyPsa.Attributes;
using Corridor.Model.Network;
using Corridor.Model.PowerGrids;
using Corridor.Model.Rules;

namespace Corridor.Data.Formats.PyPsa.Writing;

/// <summary>Writes nodes as buses, carriers, and limits of CO2.</summary>
internal static class PyPsaNodeWriter
{
    /// <summary>Writes the buses.</summary>
    public static void Buses(PyPsaExport export)
    {
        Dictionary<string, PowerNode> power = export.System.PowerNodes.GroupBy(p => p.Node, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        Dictionary<string, Carrier> carriers = export.System.Carriers.GroupBy(c => c.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        Dictionary<string, Zone> zones = export.System.Zones.GroupBy(z => z.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        HashSet<string> direct = [.. export.System.PowerLines.Where(l => l.Kind == PowerLineKind.DcMeshed).SelectMany(l => new[] { l.From, l.To })];
        Dictionary<string, double> voltages = LineVoltages(export);
        PyPsaSheet sheet = export.Sheet("buses");
        bool isOneZone = export.System.Zones is [{ Id: "all" }];
        foreach (Node node in export.System.Nodes.Where(n => !IsSink(n)))
        {
            export.Buses[node.Id] = sheet.Add(node.Name, node.Id);
            sheet.Set(PyPsaAttributes.IdColumn, node.Id);
            bool isElectric = carriers.GetValueOrDefault(node.Carrier)?.Kind == CarrierKind.Electricity;
            bool isGrid = node.Carrier == "electricity";
            sheet.Set("carrier", direct.Contains(node.Id) ? "DC" : isGrid ? "AC" : carriers.GetValueOrDefault(node.Carrier)?.Name ?? node.Carrier);
            sheet.Set("x", node.Lon);
            sheet.Set("y", node.Lat);
            sheet.Set("unit", export.Scale.UnitOf(node.Carrier));
            if (!isOneZone)
                sheet.Set("country", Country(zones.GetValueOrDefault(node.Zone), node.Zone));
            PowerNode? row = power.GetValueOrDefault(node.Id);
            double voltage = row?.NominalVoltage ?? voltages.GetValueOrDefault(node.Id, 1);
            export.Voltages[node.Id] = voltage;
            sheet.Set("v_nom", voltage);
            export.Report.Exact("nodes", "id", "buses");
            if (isElectric && row is not null)
                Power(export, sheet, node, row, voltage);
        }

        export.Report.Dropped("zones", "", "the format has a country of each bus only", null, export.System.Zones.Count(z => z.Parent is not null || z.Co2Price is not null || z.BorderRegion));
    }

    /// <summary>Writes the carriers: those of the buses, and one for each factor of CO2 of the supplies.</summary>
    public static void Carriers(PyPsaExport export)
    {
        PyPsaSheet sheet = export.Sheet("carriers");
        foreach (Carrier carrier in export.System.Carriers.Where(c => c.Id != PyPsaExporter.Sink))
        {
            sheet.Add(carrier.Id == "electricity" ? "AC" : carrier.Name, carrier.Id);
            export.Report.Exact("carriers", "id", "carriers");
        }

        foreach (double factor in export.System.Supplies.Select(s => s.Co2 ?? 0).Where(f => f > 0).Distinct().Order())
        {
            sheet.Add(Emitting(factor), Emitting(factor));
            sheet.Set("co2_emissions", factor / 1000);
        }
    }

    /// <summary>Name of the carrier of supplies that give this CO2 [kg/MWh].</summary>
    public static string Emitting(double factor) => "emitting " + PyPsaSheet.Number(factor);

    /// <summary>Writes the limits of CO2 that hold for the whole network.</summary>
    public static void Limits(PyPsaExport export)
    {
        HashSet<string> emitting = [.. export.System.Supplies.Where(s => s.Co2 > 0).Select(s => export.System.Nodes.FirstOrDefault(n => n.Id == s.Node)?.Carrier ?? "")];
        foreach (Rule rule in export.System.Rules)
        {
            bool coversAll = (rule.Carrier is null || emitting.All(c => c == rule.Carrier))
                && (rule.Origin is null || export.System.Nodes.All(n => IsWithin(export, n.Zone, rule.Origin)))
                && rule is { Actor: null, Owner: null, Asset: null, Contract: null, Destination: null, ContractKind: null, Channel: null, Exempt.Count: 0, Penalty: null, End: null, WindDown: null };
            if (rule is not { Effect: RuleEffect.CapCo2, Emissions: { } emissions } || !coversAll || rule.Start.ToDateTime(TimeOnly.MinValue) > export.Sampler.Periods[0].Start)
            {
                export.Report.Dropped("rules", "", "the format has limits of CO2 of the whole network only", rule.Id);
                continue;
            }

            PyPsaSheet sheet = export.Sheet("global_constraints");
            sheet.Add(rule.Name, rule.Id);
            sheet.Set(PyPsaAttributes.IdColumn, rule.Id);
            sheet.Set("type", "primary_energy");
            sheet.Set("carrier_attribute", "co2_emissions");
            sheet.Set("sense", "<=");
            sheet.Set("constant", export.Sampler.Sum(emissions));
            export.Report.Exact("rules", "emissions", "global_constraints.constant");
        }
    }

    /// <summary>Whether a node is where conversions without an output end.</summary>
    public static bool IsSink(Node node) => node.Id == PyPsaExporter.Sink;

    private static void Power(PyPsaExport export, PyPsaSheet sheet, Node node, PowerNode row, double voltage)
    {
        sheet.Set("v_mag_pu_set", row.Voltage);
        sheet.Set("v_mag_pu_min", row.VoltageMin);
        sheet.Set("v_mag_pu_max", row.VoltageMax);
        export.Report.Dropped("power_nodes", "control", "the format derives it of the generators", node.Id, row.Control == BusControl.Isolated ? 1 : 0);
        if (row.ShuntConductance is null && row.ShuntSusceptance is null)
            return;
        PyPsaSheet shunts = export.Sheet("shunt_impedances");
        shunts.Add(null, node.Id);
        shunts.Set("bus", export.Buses[node.Id]);
        shunts.Set("g", row.ShuntConductance / (voltage * voltage));
        shunts.Set("b", row.ShuntSusceptance / (voltage * voltage));
    }

    private static string Country(Zone? zone, string id) => zone?.Name is { } name && new ForeignIds().Take(name) == id ? name : id;

    private static bool IsWithin(PyPsaExport export, string? zone, string ancestor)
    {
        for (int depth = 0; zone is not null && depth < 64; depth++)
        {
            if (zone == ancestor)
                return true;
            zone = export.System.Zones.FirstOrDefault(z => z.Id == zone)?.Parent;
        }

        return false;
    }

    /// <summary>The voltage of the first line at each node.</summary>
    private static Dictionary<string, double> LineVoltages(PyPsaExport export)
    {
        var voltages = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (PowerLine line in export.System.PowerLines.Where(l => l.Voltage > 0))
        {
            voltages.TryAdd(line.From, line.Voltage!.Value);
            voltages.TryAdd(line.To, line.Voltage!.Value);
        }

        return voltages;
    }
}
