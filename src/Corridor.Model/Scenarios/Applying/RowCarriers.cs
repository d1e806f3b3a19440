using Corridor.Model.Network;
using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>Where a row stands: its nodes, zones and carrier, through the columns that say so.</summary>
internal static class RowCarriers
{
    /// <summary>The nodes of a row: its node, the ends of an arc, those of the asset that it is about.</summary>
    internal static List<Node> NodesOf(SystemDraft draft, TableSchema table, Row row)
    {
        var nodes = new List<Node>();
        foreach (string name in (string[])["node", "from", "to"])
        {
            if (table.Column(name)?.Get(row) is string id && draft.Find<Node>("nodes", id) is { } node)
                nodes.Add(node);
        }

        if (nodes.Count > 0)
            return nodes;
        if (table.Name == "converters")
        {
            string id = table.IdOf(row)!;
            nodes.AddRange(draft.Rows<ConverterFlow>("converter_flows").Where(f => f.Converter == id).Select(f => draft.Find<Node>("nodes", f.Node)).OfType<Node>());
            return nodes;
        }

        foreach (string name in (string[])["arc", "asset", "delivery", "supply", "storage", "demand"])
        {
            if (table.Column(name)?.Get(row) is not string id)
                continue;
            foreach (TableSchema assets in PackageSchema.TargetsOf("assets"))
            {
                if (draft.Find(assets, id) is >= 0 and int index)
                    return NodesOf(draft, assets, draft.Rows(assets)[index]);
            }
        }

        return nodes;
    }

    /// <summary>The carrier of a row; null if it has none or several.</summary>
    internal static Carrier? CarrierOf(SystemDraft draft, TableSchema table, Row row)
    {
        string? id = table.Column("carrier")?.Get(row) as string;
        if (id is null)
        {
            string[] carriers = [.. NodesOf(draft, table, row).Select(n => n.Carrier).Distinct()];
            id = carriers.Length == 1 ? carriers[0] : null;
        }

        return draft.Find<Carrier>("carriers", id);
    }

    /// <summary>What converts amounts of the row's carrier into a unit.</summary>
    internal static CarrierBasis BasisOf(SystemDraft draft, TableSchema table, Row row, AmountUnit unit)
    {
        if (CarrierOf(draft, table, row) is not { } carrier)
            return new CarrierBasis("it", unit);
        HeatingValue? Value(double? value, string basis) =>
            value is { } given && HeatingValue.TryParse(given, carrier.HeatingValueUnit, basis, out HeatingValue? heating, out _) ? heating : null;
        return new CarrierBasis(carrier.Id, unit, Value(carrier.GrossHeatingValue, "gross"), Value(carrier.NetHeatingValue, "net"), carrier.BarrelsPerTonne);
    }
}
