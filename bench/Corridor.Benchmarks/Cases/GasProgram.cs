using Corridor.Numerics.LinearPrograms;

namespace Corridor.Benchmarks.Cases;

/// <summary>
/// The gas transport problem as a linear program, built in arrays. Columns of a period: arcs (two an edge) | source steps | inject | withdraw | level |
/// curtail, all within [0, upper]; rows of a period: node balances | storage balances, all equalities, the storages cyclic.
/// </summary>
internal static class GasProgram
{
    /// <summary>Draws the data and builds the program.</summary>
    internal static LinearProgram Build(int nodes, int periods) => Build(new GasData(nodes, periods));

    /// <summary>Builds the program of data drawn.</summary>
    internal static LinearProgram Build(GasData d)
    {
        int width = d.ColumnsPerPeriod;
        int height = d.RowsPerPeriod;
        int perPeriod = (4 * d.Edges.Length) + d.Sources.Length + (6 * d.Storages.Length) + d.Nodes;
        var builder = new LinearProgramBuilder(height * d.Periods, width * d.Periods, perPeriod * d.Periods);
        double[] demand = new double[height];
        double[] lower = new double[width];
        double[] upper = new double[width];
        double[] cost = new double[width];
        Constant(d, upper, cost);
        for (int t = 0; t < d.Periods; t++)
        {
            d.Demand.AsSpan(t * d.Nodes, d.Nodes).CopyTo(demand);
            builder.AddRows(demand, demand);
        }

        int sources = 2 * d.Edges.Length;
        for (int t = 0; t < d.Periods; t++)
        {
            for (int k = 0; k < d.Sources.Length; k++)
                cost[sources + k] = d.PriceFactor[t] * d.Sources[k].Cost;
            d.Demand.AsSpan(t * d.Nodes, d.Nodes).CopyTo(upper.AsSpan(width - d.Nodes));
            Entries(d, builder, builder.AddColumns(lower, upper, cost), t * height, (t + 1) % d.Periods * height);
        }

        return builder.BuildAndClear();
    }

    /// <summary>The columns of an edge in all periods: its arc forwards (0) or backwards (1).</summary>
    internal static IEnumerable<int> ArcColumns(GasData d, int edge, int direction)
    {
        for (int t = 0; t < d.Periods; t++)
            yield return (t * d.ColumnsPerPeriod) + (2 * edge) + direction;
    }

    private static void Constant(GasData d, double[] upper, double[] cost)
    {
        int at = 0;
        foreach ((_, _, double capacity, double arcCost, _) in d.Edges)
        {
            upper[at] = upper[at + 1] = capacity;
            cost[at] = cost[at + 1] = arcCost;
            at += 2;
        }

        foreach ((_, double capacity, _) in d.Sources)
            upper[at++] = capacity;
        int storages = d.Storages.Length;
        for (int g = 0; g < storages; g++, at++)
        {
            upper[at] = d.Storages[g].Injection;
            upper[at + storages] = d.Storages[g].Withdrawal;
            upper[at + (2 * storages)] = d.Storages[g].Energy;
            cost[at + storages] = d.Storages[g].Cost;
        }

        cost.AsSpan(cost.Length - d.Nodes).Fill(GasData.CurtailmentCost);
    }

    private static void Entries(GasData d, LinearProgramBuilder builder, int column, int row, int nextRow)
    {
        foreach ((int from, int to, _, _, double loss) in d.Edges)
        {
            builder.AddEntries(column++, [row + from, row + to], [-1.0, 1.0 - loss]);
            builder.AddEntries(column++, [row + from, row + to], [1.0 - loss, -1.0]);
        }

        foreach ((int node, _, _) in d.Sources)
            builder.AddEntry(row + node, column++, 1.0);
        for (int g = 0; g < d.Storages.Length; g++)
            builder.AddEntries(column++, [row + d.Storages[g].Node, row + d.Nodes + g], [-1.0, -d.Storages[g].EfficiencyIn]);
        for (int g = 0; g < d.Storages.Length; g++)
            builder.AddEntries(column++, [row + d.Storages[g].Node, row + d.Nodes + g], [1.0, 1.0 / d.Storages[g].EfficiencyOut]);
        for (int g = 0; g < d.Storages.Length; g++)
            builder.AddEntries(column++, [row + d.Nodes + g, nextRow + d.Nodes + g], [1.0, -(1.0 - d.Storages[g].StandingLoss)]);
        for (int i = 0; i < d.Nodes; i++)
            builder.AddEntry(row + i, column++, 1.0);
    }
}
