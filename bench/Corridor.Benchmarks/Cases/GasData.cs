namespace Corridor.Benchmarks.Cases;

/// <summary>
/// The network and the demands of the synthetic gas transport problem with N nodes and T periods, drawn in fixed order: node demands, ring and chord edges,
/// source steps, storages, demands by period.
/// </summary>
internal sealed class GasData
{
    internal const double CurtailmentCost = 1000.0;
    private const double MeanDemand = 550.0;

    internal GasData(int nodes, int periods)
    {
        Nodes = nodes;
        Periods = periods;
        PeriodsPerDay = Math.Max(1, periods / 365);
        var random = new Lcg(12345UL + (1000003UL * (ulong)nodes) + (7UL * (ulong)periods));
        BaseDemand = new double[nodes];
        for (int i = 0; i < nodes; i++)
            BaseDemand[i] = random.Next(10.0, 90.0, 3);
        DrawEdges(ref random);
        DrawSources(ref random);
        DrawStorages(ref random);
        DrawDemand(ref random);
    }

    internal int Nodes { get; }

    internal int Periods { get; }

    internal int PeriodsPerDay { get; }

    internal double[] BaseDemand { get; }

    internal (int From, int To, double Capacity, double Cost, double Loss)[] Edges { get; private set; } = [];

    internal (int Node, double Capacity, double Cost)[] Sources { get; private set; } = [];

    internal Storage[] Storages { get; private set; } = [];

    /// <summary>Price factor of each period.</summary>
    internal double[] PriceFactor { get; private set; } = [];

    /// <summary>Demand of node i in period t at t·N + i.</summary>
    internal double[] Demand { get; private set; } = [];

    /// <summary>Columns of a period: arcs, source steps, inject, withdraw, level, curtail.</summary>
    internal int ColumnsPerPeriod => (2 * Edges.Length) + Sources.Length + (3 * Storages.Length) + Nodes;

    /// <summary>Rows of a period: node balances, storage balances.</summary>
    internal int RowsPerPeriod => Nodes + Storages.Length;

    private void DrawEdges(ref Lcg random)
    {
        int n = Nodes;
        Edges = new (int, int, double, double, double)[n + (n / 2)];
        for (int k = 0; k < n; k++)
            Edges[k] = (k, (k + 1) % n, random.Next(300.0, 700.0, 3), random.Next(0.05, 0.45, 4), random.Next(0.001, 0.004, 5));
        for (int k = n; k < Edges.Length; k++)
        {
            int from = (int)(n * random.Next());
            int reach = 2 + (int)((n - 3) * random.Next());
            Edges[k] = (from, (from + reach) % n, random.Next(200.0, 600.0, 3), random.Next(0.2, 0.8, 4), random.Next(0.002, 0.008, 5));
        }
    }

    private void DrawSources(ref Lcg random)
    {
        Sources = new (int, double, double)[3 * ((Nodes + 9) / 10)];
        for (int k = 0; k < Sources.Length; k++)
        {
            double capacity = Lcg.Rounded(MeanDemand * 1.25 / 3.0 * (0.8 + (0.4 * random.Next())), 3);
            Sources[k] = (k / 3 * 10, capacity, Lcg.Rounded(10.0 + (8.0 * (k % 3)) + (6.0 * random.Next()), 4));
        }
    }

    private void DrawStorages(ref Lcg random)
    {
        int hours = PeriodsPerDay;
        Storages = new Storage[(Nodes + 4) / 10];
        for (int k = 0; k < Storages.Length; k++)
        {
            double energy = Lcg.Rounded((20.0 + (40.0 * random.Next())) * MeanDemand * hours, 3);
            Storages[k] = new Storage(
                5 + (10 * k),
                energy,
                Lcg.Rounded(energy / (60.0 * hours) * (0.8 + (0.4 * random.Next())), 3),
                Lcg.Rounded(energy / (40.0 * hours) * (0.8 + (0.4 * random.Next())), 3),
                random.Next(0.2, 0.4, 4),
                random.Next(0.97, 0.02, 4),
                random.Next(0.98, 0.015, 4),
                1e-4 / hours);
        }
    }

    private void DrawDemand(ref Lcg random)
    {
        PriceFactor = new double[Periods];
        Demand = new double[Nodes * Periods];
        for (int t = 0; t < Periods; t++)
        {
            double angle = 2.0 * Math.PI * t / Periods;
            double season = 1.0 + (0.4 * Math.Cos(angle));
            if (PeriodsPerDay > 1)
                season *= 1.0 + (0.2 * Math.Cos(2.0 * Math.PI * ((t % 24) - 18) / 24.0));
            PriceFactor[t] = Lcg.Rounded(1.0 + (0.15 * Math.Cos(angle)), 4);
            for (int i = 0; i < Nodes; i++)
                Demand[(t * Nodes) + i] = Lcg.Rounded(BaseDemand[i] * season * (0.9 + (0.2 * random.Next())), 3);
        }
    }

    /// <summary>A storage: largest level, rates, cost of withdrawing, efficiencies, standing loss of a period.</summary>
    internal readonly record struct Storage(
        int Node, double Energy, double Injection, double Withdrawal, double Cost, double EfficiencyIn, double EfficiencyOut, double StandingLoss);
}
