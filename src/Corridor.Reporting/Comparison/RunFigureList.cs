using Corridor.Reporting.Summaries;

namespace Corridor.Reporting.Comparison;

/// <summary>The figures of a run that a comparison looks at, in a fixed order.</summary>
internal static class RunFigureList
{
    public const string TotalCost = "total";

    public static IEnumerable<(FigureKey Key, string Unit, double Value)> Of(ComparedRun run)
    {
        RunSummary s = run.Summary;
        var carriers = run.Report.System.Nodes.ToDictionary(n => n.Id, n => n.Carrier, StringComparer.Ordinal);
        var contracted = run.Report.System.Contracts.ToDictionary(c => c.Id, c => c.Carrier, StringComparer.Ordinal);
        var stored = run.Report.System.Storages.ToDictionary(x => x.Id, x => carriers[x.Node], StringComparer.Ordinal);
        var list = new List<(FigureKey Key, string Unit, double Value)>();
        void Add(FigureGroup group, string id, string carrier, string measure, string unit, double? value) =>
            list.Add((new FigureKey(group, id, carrier, measure), unit, value ?? double.NaN));

        Add(FigureGroup.Cost, TotalCost, "", "cost", s.Currency, s.Objective);
        foreach ((string part, double cost) in Parts(s.ObjectiveParts!))
            Add(FigureGroup.Cost, part, "", "cost", s.Currency, cost);
        foreach (BalanceSummary b in s.Balance)
        {
            Add(FigureGroup.Curtailed, b.Zone, b.Carrier, "curtailed", b.Unit, b.Curtailed);
            Add(FigureGroup.GivenUp, b.Zone, b.Carrier, "given_up", b.Unit, b.GivenUp);
            Add(FigureGroup.Price, b.Zone, b.Carrier, "average_price", b.PriceUnit, b.AveragePrice);
        }

        foreach (RouteSummary r in s.Routes)
            Add(FigureGroup.Flow, r.Id, carriers[r.From], "flow", r.Unit, r.Flow);
        foreach (BalanceSummary b in s.Countries)
            Add(FigureGroup.Production, b.Zone, b.Carrier, "production", b.Unit, b.Production);
        foreach (ContractSummary c in s.Contracts)
        {
            Add(FigureGroup.Contract, c.Id, contracted.GetValueOrDefault(c.Id, ""), "delivered", c.Unit, c.Delivered);
            Add(FigureGroup.Contract, c.Id, contracted.GetValueOrDefault(c.Id, ""), "shortfall", c.Unit, c.Shortfall);
        }

        foreach (StorageSummary x in s.Storages)
        {
            Add(FigureGroup.Storage, x.Id, stored[x.Id], "minimum", x.Unit, x.Minimum);
            Add(FigureGroup.Storage, x.Id, stored[x.Id], "last", x.Unit, x.Last);
        }

        foreach (OriginSummary o in s.CountryOrigins)
            Add(FigureGroup.Origin, o.Zone, o.Carrier, o.Origin, "1", o.Share);
        return list;
    }

    public static IEnumerable<(string Part, double Cost)> Parts(ObjectiveSummary p) =>
    [
        ("supply", p.Supply), ("transport", p.Transport), ("storage", p.Storage), ("conversion", p.Conversion), ("co2", p.Co2), ("levies", p.Levies), ("given_up", p.GivenUp),
        ("curtailment", p.Curtailment), ("measures", p.Measures), ("contracts", p.Contracts), ("channels", p.Channels), ("penalties", p.Penalties),
        .. p.Capacities == 0 ? [] : ((string, double)[])[("capacities", p.Capacities)],
    ];
}
