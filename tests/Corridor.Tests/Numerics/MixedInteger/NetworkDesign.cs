using Corridor.Numerics.MixedInteger;
using static Corridor.Tests.Numerics.MixedInteger.IntegerBuilder;

namespace Corridor.Tests.Numerics.MixedInteger;

/// <summary>Generated cases of the kind the search is for.</summary>
internal static class NetworkDesign
{
    /// <summary>
    /// Candidate pipelines between nodes on a ring with chords, over periods: each may be built in one period (and stays), carries up to its
    /// capacity afterwards; demands grow; supplies are cheap far away, a last resort is dear everywhere.
    /// </summary>
    /// <param name="candidates">Candidate pipelines.</param>
    /// <param name="periods">Periods; there is one binary a candidate and period.</param>
    /// <param name="seed">Of the random numbers.</param>
    internal static MixedIntegerProgram Pipelines(int candidates, int periods, int seed)
    {
        var random = new Random(seed);
        var b = new IntegerBuilder();
        int nodes = Math.Max(4, (candidates / 3) + 2);
        var balance = new List<(int, double)>[nodes, periods];
        double[] demand = new double[nodes];
        for (int v = 0; v < nodes; v++)
        {
            demand[v] = v % 3 == 0 ? 0.0 : random.Next(5, 30);
            for (int t = 0; t < periods; t++)
            {
                balance[v, t] = [(b.Continuous(90.0 + random.Next(20)), 1.0)];
                if (v % 3 == 0)
                    balance[v, t].Add((b.Continuous(random.Next(10, 25), 0.0, random.Next(40, 90)), 1.0));
            }
        }

        for (int k = 0; k < candidates; k++)
        {
            int from = k % nodes;
            int to = k < nodes ? (from + 1) % nodes : (from + random.Next(2, nodes - 1)) % nodes;
            double capacity = random.Next(10, 40);
            double price = capacity * random.Next(15, 60);
            double toll = random.Next(1, 6);
            List<(int, double)> once = [];
            List<(int, double)> built = [];
            for (int t = 0; t < periods; t++)
            {
                int build = b.Binary(price * (1.0 - (0.05 * t)));
                once.Add((build, 1.0));
                built.Add((build, -capacity));
                int forward = b.Continuous(toll);
                int backward = b.Continuous(toll);
                b.Row(-Inf, 0.0, [(forward, 1.0), (backward, 1.0), .. built]);
                balance[from, t].AddRange([(forward, -1.0), (backward, 0.98)]);
                balance[to, t].AddRange([(forward, 0.98), (backward, -1.0)]);
            }

            b.Row(-Inf, 1.0, [.. once]);
        }

        for (int v = 0; v < nodes; v++)
        {
            for (int t = 0; t < periods; t++)
                b.Row(demand[v] * (1.0 + (0.1 * t)), Inf, [.. balance[v, t]]);
        }

        return b.Build();
    }
}
