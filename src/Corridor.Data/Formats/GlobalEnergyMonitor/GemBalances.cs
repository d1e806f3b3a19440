using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>
/// Assumes supplies and demands, of which the trackers say nothing, so that the package can be dispatched: where lines in service
/// begin and none ends a supply as large as their capacity, where they end and none begins a demand of a share of it.
/// Every row says that it is assumed and from what.
/// </summary>
internal sealed class GemBalances(GemPackage package)
{
    /// <summary>Share of the capacity of the lines to a place that is taken there over a year.</summary>
    internal const double Use = 0.5;
    private const string Part = "supplies and demands";

    /// <summary>Supplies and demands of a network of lines.</summary>
    internal void Of(GemNetwork network, GemLines lines, GemFuel fuel)
    {
        bool hasOperating = lines.Flows.Exists(f => f.IsOperating);
        var into = new double[network.Joints.Count];
        var from = new double[network.Joints.Count];
        foreach (GemLines.Flow flow in lines.Flows)
        {
            if (hasOperating && !flow.IsOperating)
                continue;
            if (flow.From >= 0)
                from[flow.From] += flow.PerDay;
            if (flow.To >= 0)
                into[flow.To] += flow.PerDay;
        }

        string what = fuel switch { GemFuel.Gas => "Gas", GemFuel.Hydrogen => "Hydrogen", GemFuel.Oil => "Oil", _ => "NGL" };
        (int supplies, int demands) = (package.Supplies.Count, package.Demands.Count);
        for (int joint = 0; joint < into.Length; joint++)
        {
            if (from[joint] > 0 && into[joint] <= 0)
                Supply(Node(joint), what, fuel, from[joint], "lines begin here and none ends; the supply is as large as their capacity");
            else if (into[joint] > 0 && from[joint] <= 0)
                Demand(Node(joint), what, DemandSector.Other, fuel, into[joint] * Use, "lines end here and none begins; half of their capacity is taken");
        }

        // A ring has neither; one place of it then has both, and the checks of a package are met.
        int any = Array.FindIndex(from, f => f > 0);
        if (any >= 0 && supplies == package.Supplies.Count)
            Supply(Node(any), what, fuel, from[any], "no line begins where none ends; the first place supplies");
        if (any >= 0 && demands == package.Demands.Count)
            Demand(Node(Array.FindLastIndex(into, f => f > 0) is >= 0 and int last ? last : any), what, DemandSector.Other, fuel, from[any] * Use, "no line ends where none begins; the last place takes");

        string Node(int joint) => lines.Node(network, joint, fuel);
    }

    /// <summary>LNG that comes by ship, and LNG that leaves by ship.</summary>
    internal void OfLng(GemTerminals terminals)
    {
        bool hasOperating = terminals.Berths.Exists(b => b.IsOperating);
        foreach (var berth in terminals.Berths.Where(b => b.IsOperating || !hasOperating).GroupBy(b => (b.Node, b.IsExport)))
        {
            double perDay = berth.Sum(b => b.PerDay);
            if (perDay <= 0)
                continue;
            if (berth.Key.IsExport)
                Demand(berth.Key.Node, "LNG shipped", DemandSector.Market, GemFuel.Lng, perDay * Use, "ships load half of the capacity; what they do not get is bought elsewhere at the curtailment cost");
            else
                Supply(berth.Key.Node, "LNG landed", GemFuel.Lng, perDay, "ships bring as much as the terminal can take, at one price everywhere");
        }
    }

    /// <summary>Coal that comes by ship and is burnt in the country: the tracker does not say which terminals load.</summary>
    internal void OfCoal(GemTerminals terminals)
    {
        bool hasOperating = terminals.Handled.Exists(h => h.IsOperating);
        foreach (var country in terminals.Handled.Where(h => h.PerDay > 0 && (h.IsOperating || !hasOperating)).GroupBy(h => h.Inland))
        {
            foreach (var port in country.GroupBy(h => h.Port))
                Supply(port.Key, "Coal landed", GemFuel.Coal, port.Sum(h => h.PerDay), "ships bring as much as the terminal can handle, at one price everywhere");
            Demand(country.Key, "Coal", DemandSector.Other, GemFuel.Coal, country.Sum(h => h.PerDay) * Use, "half of what the country's terminals can handle is burnt there");
        }
    }

    private void Supply(string node, string what, GemFuel fuel, double perDay, string reason)
    {
        GemAssumption assumption = GemAssumption.Of(fuel);
        assumption.Account.TryFromAccount(perDay, assumption.Capacity.Unit, out Rate rate, out _);
        package.Fidelity.Defaulted(Part, "supply", "supplies", $"the trackers state none; assumed: {reason}; {assumption.SupplyCost}", node);
        package.Supplies.Add(new Supply
        {
            Id = package.Ids.Take(node, "s"),
            Name = $"{what}, assumed",
            Node = node,
            Capacity = new Rate(Math.Round(rate.Value, 4), rate.Unit),
            Cost = assumption.SupplyCost,
            RateUnit = rate.Unit,
            PriceUnit = assumption.SupplyCost.Unit,
            Basis = Basis.Assumed,
            Note = $"assumed, not stated by the tracker: {reason}",
        });
    }

    private void Demand(string node, string what, DemandSector sector, GemFuel fuel, double perDay, string reason)
    {
        GemAssumption assumption = GemAssumption.Of(fuel);
        assumption.Account.TryFromAccount(perDay * 365, assumption.Amount, out Amount volume, out _);
        package.Fidelity.Defaulted(Part, "demand", "demands", $"the trackers state none; assumed: {reason}; curtailment costs {assumption.CurtailmentCost}", node);
        package.Demands.Add(new Demand
        {
            Id = package.Ids.Take(node, "d"),
            Name = $"{what}, assumed",
            Node = node,
            Sector = sector,
            AnnualVolume = new Amount(Math.Round(volume.Value, 4), volume.Unit),
            CurtailmentCost = assumption.CurtailmentCost,
            AmountUnit = volume.Unit,
            PriceUnit = assumption.CurtailmentCost.Unit,
            Basis = Basis.Assumed,
            Note = $"assumed, not stated by the tracker: {reason}",
        });
    }
}
