using System.Globalization;
using Corridor.Model.Findings;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Studies.Plausibility;

/// <summary>Warns of inputs and results that are possible and yet absurd: mostly a unit that is off by a factor of a thousand.</summary>
public static class PlausibilityStudy
{
    private const double MostlyShort = 0.5;
    private const double Dwarfs = 100;
    private const double TooMuch = 3;
    private const int LeastOthers = 3;
    private const double DaysOfYear = 365.25;
    private const double WholeYear = 0.05;

    /// <summary>A store that takes longer than this to empty is filled in one season and emptied in another.</summary>
    private const double SeasonalDays = 30;

    /// <summary>Checks a dispatch of any status.</summary>
    /// <param name="result">The result; the figures of one that is not optimal are not looked at.</param>
    /// <param name="findings">Receives warnings (C009 … C013).</param>
    public static void Check(DispatchResult result, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(findings);
        CompiledNetwork network = result.Network;
        foreach (string carrier in network.Nodes.Select(n => n.Carrier).Distinct())
            CheckTotals(network, carrier, findings);
        CheckFloors(network, findings);
        CheckSeason(network, findings);
        CheckDwarfs(network, "demands", "annual_volume", [.. network.Demands.Select(d => (d.Id, CarrierOf(network, d.Node), d.Rate.Max()))], findings);
        CheckDwarfs(network, "supplies", "capacity", [.. network.Supplies.Select(s => (s.Id, CarrierOf(network, s.Node), s.Capacity.Max()))], findings);
        CheckDwarfs(network, "storages", "working_volume", [.. network.Storages.Select(s => (s.Id, CarrierOf(network, s.Node), s.Volume.Max()))], findings);
        if (result.Status == DispatchStatus.Optimal)
            CheckShortages(result, findings);
    }

    private static void CheckTotals(CompiledNetwork network, string carrier, FindingList findings)
    {
        double demand = network.Demands.Where(d => CarrierOf(network, d.Node) == carrier).Sum(d => d.Rate.Average());
        double supply = network.Supplies.Where(s => CarrierOf(network, s.Node) == carrier).Sum(s => s.Capacity.Average())
            + network.Converters.Sum(c => c.Capacity.Average() * c.Flows.Where(f => f.Ratio > 0 && CarrierOf(network, f.Node) == carrier).Sum(f => f.Ratio));
        if (demand <= TooMuch * supply || demand <= 0)
            return;
        CompiledDemand largest = network.Demands.Where(d => CarrierOf(network, d.Node) == carrier).MaxBy(d => d.Rate.Average())!;
        findings.Add(new Finding("C010", Severity.Warning, $"demands {largest.Id}", SourcePlace.None,
            string.Create(CultureInfo.InvariantCulture, $"The demand for {carrier}, {demand:G3} a day in units of account, is over {TooMuch:0} times all that supplies and converters could give ({supply:G3}); this row is the largest."),
            "Check the units of annual_volume and of the capacities: a factor of a thousand is the usual cause."));
    }

    // A store whose levels are not stated ends as full as it began. Over whole years that is fair; over a winter alone it forbids the very use of the store.
    private static void CheckSeason(CompiledNetwork network, FindingList findings)
    {
        double years = network.Horizon.Days / DaysOfYear;
        CompiledStorage[] seasonal = [.. network.Storages.Where(s => (s.FirstLevel is null || s.FirstLevel == s.LastLevel) && s.Volume.Max() > SeasonalDays * s.Withdrawal.Max())];
        if (seasonal.Length == 0 || Math.Abs(years - Math.Max(1, Math.Round(years))) < WholeYear)
            return;
        findings.Add(new Finding("C013", Severity.Warning, $"storages {seasonal.MaxBy(s => s.Volume.Max())!.Id}", SourcePlace.None,
            $"The horizon is no whole year, and {seasonal.Length} seasonal stores whose levels are not stated must end as full as they begin: a winter has to do without them. This row is the largest.",
            "Run a whole year, best from April to April, or state first_level and last_level of the stores."));
    }

    private static void CheckFloors(CompiledNetwork network, FindingList findings)
    {
        foreach (CompiledContract contract in network.Contracts)
        {
            CompiledArc arc = network.Arcs[contract.Arc];
            for (int t = 0; t < network.PeriodCount; t++)
            {
                double most = arc.Capacity[contract.Direction][t] * (1 - arc.Loss);
                if (contract.Minimum[t] <= most || most <= 0)
                    continue;
                findings.Add(new Finding("C011", Severity.Warning, $"contracts {contract.Id}", SourcePlace.None,
                    string.Create(CultureInfo.InvariantCulture, $"Its min_daily, {contract.Minimum[t]:G3} a day in units of account, exceeds what its route {arc.Id} can deliver ({most:G3}) from {network.Horizon.Periods[t].Start:yyyy-MM-dd}."),
                    "Lower min_daily, or raise the capacity of the route; check their units."));
                break;
            }
        }
    }

    private static void CheckDwarfs(CompiledNetwork network, string table, string column, (string Id, string Carrier, double Size)[] rows, FindingList findings)
    {
        foreach (var carrier in rows.Where(r => r.Size > 0 && double.IsFinite(r.Size)).GroupBy(r => r.Carrier))
        {
            double sum = carrier.Sum(r => r.Size);
            (string id, _, double size) = carrier.MaxBy(r => r.Size);
            if (carrier.Count() <= LeastOthers || size <= Dwarfs * (sum - size))
                continue;
            findings.Add(new Finding("C012", Severity.Warning, $"{table} {id}", SourcePlace.None,
                string.Create(CultureInfo.InvariantCulture, $"Its {column}, {size:G3} in units of account, is over {Dwarfs:0} times that of all other rows of {carrier.Key} together ({sum - size:G3})."),
                "Check its unit: a factor of a thousand is the usual cause."));
        }
    }

    private static void CheckShortages(DispatchResult result, FindingList findings)
    {
        CompiledNetwork network = result.Network;
        foreach (var group in Enumerable.Range(0, network.Demands.Count).GroupBy(d => (network.Nodes[network.Demands[d].Node.Value].Zone, Carrier: CarrierOf(network, network.Demands[d].Node))))
        {
            bool Mostly(int t) => group.Sum(d => result.Demands[d].Curtailed[t]) > MostlyShort * group.Sum(d => network.Demands[d].Rate[t]);
            int[] demanded = [.. Enumerable.Range(0, network.PeriodCount).Where(t => group.Sum(d => network.Demands[d].Rate[t]) > 0)];
            if (demanded.Length == 0 || !demanded.All(Mostly))
                continue;
            CompiledDemand largest = network.Demands[group.MaxBy(d => network.Demands[d].Rate.Average())];
            findings.Add(new Finding("C009", Severity.Warning, $"demands {largest.Id}", SourcePlace.None,
                $"In every period over half of the demand for {group.Key.Carrier} in zone {group.Key.Zone} is curtailed, and the price there is the cost of curtailment; this row is the largest.",
                "Check the unit of annual_volume, and whether a route, supply or converter of the zone is missing or out of service."));
        }
    }

    private static string CarrierOf(CompiledNetwork network, NodeIndex node) => network.Nodes[node.Value].Carrier;
}
