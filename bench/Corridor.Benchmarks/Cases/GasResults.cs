using System.Globalization;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Benchmarks.Cases;

/// <summary>What a reader wants of a solved gas problem: flows by edge, prices and shortages by node, levels of storages.</summary>
internal sealed class GasResults
{
    /// <summary>Net flow over all periods of each edge, positive from its first end.</summary>
    internal required double[] Flow { get; init; }

    /// <summary>Mean price of each node, weighted by demand.</summary>
    internal required double[] Price { get; init; }

    /// <summary>What is not served at each node.</summary>
    internal required double[] Shortage { get; init; }

    /// <summary>Level of storage g at the end of period t at t·G + g.</summary>
    internal required double[] Level { get; init; }

    internal static GasResults Of(GasData d, LinearProgramSolution solution)
    {
        int storages = d.Storages.Length;
        var results = new GasResults
        {
            Flow = new double[d.Edges.Length],
            Price = new double[d.Nodes],
            Shortage = new double[d.Nodes],
            Level = new double[d.Periods * storages],
        };
        double[] served = new double[d.Nodes];
        for (int t = 0; t < d.Periods; t++)
        {
            ReadOnlySpan<double> x = solution.Primal.AsSpan(t * d.ColumnsPerPeriod, d.ColumnsPerPeriod);
            ReadOnlySpan<double> y = solution.RowDual.AsSpan(t * d.RowsPerPeriod, d.RowsPerPeriod);
            for (int k = 0; k < d.Edges.Length; k++)
                results.Flow[k] += x[2 * k] - x[(2 * k) + 1];
            x.Slice(d.ColumnsPerPeriod - d.Nodes - storages, storages).CopyTo(results.Level.AsSpan(t * storages));
            for (int i = 0; i < d.Nodes; i++)
            {
                double demand = d.Demand[(t * d.Nodes) + i];
                results.Price[i] += y[i] * demand;
                served[i] += demand;
                results.Shortage[i] += x[d.ColumnsPerPeriod - d.Nodes + i];
            }
        }

        for (int i = 0; i < d.Nodes; i++)
            results.Price[i] /= served[i];
        return results;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"mean price {Price.Average():F4}, largest net flow {Flow.Max(Math.Abs):F1}, not served {Shortage.Sum():F3}, highest level {Level.DefaultIfEmpty().Max():F1}");
}
