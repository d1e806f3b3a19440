using Corridor.Model.Schema;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Reporting.Summaries;

/// <summary>Sums up the capacities that a run chose.</summary>
internal static class ExpansionTally
{
    /// <summary>The capacities in the order of the package; null where there are none to choose.</summary>
    public static IReadOnlyList<ExpansionSummary>? Of(DispatchResult result)
    {
        if (result.Network.Expansions.Count == 0)
            return null;
        var list = new List<ExpansionSummary>();
        for (int e = 0; e < result.Network.Expansions.Count; e++)
        {
            CompiledExpansion row = result.Network.Expansions[e];
            double unit = row.AccountPerUnit, chosen = result.Capacities[e].Capacity;
            list.Add(new ExpansionSummary(
                row.Id,
                SnakeCase.From(row.Kind.ToString()),
                row.Unit?.Symbol ?? $"{AccountOf(result.Network, row)}/d",
                row.Installed / unit,
                chosen / unit,
                row.Least / unit,
                double.IsPositiveInfinity(row.Most) ? null : row.Most / unit,
                row.Cost * (chosen - row.Installed),
                result.Capacities[e].ShadowValue * unit));
        }

        return list;
    }

    private static string AccountOf(CompiledNetwork network, CompiledExpansion row) =>
        row.Kind == ExpandedKind.Converter ? network.Converters[row.Element].ReferenceUnit.Symbol : "unit of account";
}
