using Corridor.Model.PowerGrids;

namespace Corridor.Studies.PowerFlow;

/// <summary>Who takes how much of what is left over in an island whose slack is distributed.</summary>
internal static class SlackShares
{
    /// <summary>
    /// Shares of the units of an island: their participation where any states one; else their room in the direction needed; else the size of their
    /// outputs' range; else equal ones.
    /// </summary>
    /// <param name="grid">The grid.</param>
    /// <param name="units">Units in service of the island, one at least.</param>
    /// <param name="output">Output of each unit of the grid [MW].</param>
    /// <param name="needed">What is left over without losses [MW]; positive where units must give more.</param>
    /// <returns>A share for each of the units, together 1.</returns>
    internal static double[] Of(PowerGrid grid, IReadOnlyList<int> units, double[] output, double needed)
    {
        double[] shares = Measure(units, u => Math.Max(0, grid.Units[u].Participation));
        if (Normalise(shares))
            return shares;
        shares = Measure(units, u => needed >= 0 ? Math.Max(0, grid.Units[u].ActiveMax - output[u]) : Math.Max(0, output[u] - grid.Units[u].ActiveMin));
        if (Normalise(shares))
            return shares;
        shares = Measure(units, u => Math.Max(0, grid.Units[u].ActiveMax - grid.Units[u].ActiveMin));
        if (Normalise(shares))
            return shares;
        shares = Measure(units, _ => 1.0);
        Normalise(shares);
        return shares;
    }

    private static double[] Measure(IReadOnlyList<int> units, Func<int, double> measure)
    {
        var shares = new double[units.Count];
        for (int k = 0; k < shares.Length; k++)
            shares[k] = measure(units[k]);
        return shares;
    }

    private static bool Normalise(double[] shares)
    {
        double sum = shares.Sum();
        if (!(sum > 0) || !double.IsFinite(sum))
            return false;
        for (int k = 0; k < shares.Length; k++)
            shares[k] /= sum;
        return true;
    }
}
