using System.Globalization;
using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Reporting.Summaries;

/// <summary>Finds who goes short, when, and what stands in the way.</summary>
internal sealed class ShortageTally(DispatchResult result)
{
    /// <summary>Curtailment below this share of the largest demand of a period is the solver's rounding, not a shortage.</summary>
    public const double Tolerance = 1e-6;

    private readonly CompiledNetwork _network = result.Network;

    /// <summary>The shortages, largest first by their cost.</summary>
    /// <param name="units">Display units by carrier.</param>
    public IReadOnlyList<ShortageSummary> Find(IReadOnlyDictionary<string, DisplayUnit> units)
    {
        var found = new List<(double Cost, ShortageSummary Summary)>();
        var groups = Enumerable.Range(0, _network.Demands.Count)
            .GroupBy(i => (_network.Nodes[_network.Demands[i].Node.Value].Zone, _network.Nodes[_network.Demands[i].Node.Value].Carrier));
        foreach (IGrouping<(string Zone, string Carrier), int> group in groups)
        {
            if (units.TryGetValue(group.Key.Carrier, out DisplayUnit? unit) && Look(group.Key.Zone, group.Key.Carrier, [.. group], unit) is { } shortage)
                found.Add(shortage);
        }

        return [.. found.OrderByDescending(f => f.Cost).Select(f => f.Summary)];
    }

    private (double Cost, ShortageSummary Summary)? Look(string zone, string carrier, int[] demands, DisplayUnit unit)
    {
        IReadOnlyList<Period> periods = _network.Horizon.Periods;
        double demanded = 0, curtailed = 0, guarded = 0, cost = 0;
        var isShort = new bool[periods.Count];
        var limits = new ShortageLimits(result);
        foreach (int d in demands)
        {
            CompiledDemand demand = _network.Demands[d];
            double threshold = Tolerance * demand.Rate.Max();
            for (int t = 0; t < periods.Count; t++)
            {
                demanded += periods[t].Days * demand.Rate[t];
                double rate = result.Demands[d].Curtailed[t];
                if (rate <= threshold || demand.CurtailmentCost is not { } dearness)
                    continue;
                isShort[t] = true;
                curtailed += periods[t].Days * rate;
                guarded += demand.Protected ? periods[t].Days * rate : 0;
                cost += periods[t].Days * rate * dearness[t];
                limits.Look(demand.Node, t, dearness[t]);
            }
        }

        int first = Array.IndexOf(isShort, true);
        if (first < 0)
            return null;
        int last = Array.LastIndexOf(isShort, true);
        var summary = new ShortageSummary(
            zone, carrier, unit.Amount.Symbol, demanded * unit.AmountPerAccount, curtailed * unit.AmountPerAccount, guarded * unit.AmountPerAccount,
            Day(periods[first].Start), Day(periods[last].End.AddTicks(-1)), isShort.Count(s => s), limits.Found);
        return (cost, summary);
    }

    private static string Day(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
