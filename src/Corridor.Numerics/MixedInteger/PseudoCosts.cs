namespace Corridor.Numerics.MixedInteger;

/// <summary>What moving an integer column by one has cost so far, downwards and upwards.</summary>
internal sealed class PseudoCosts(int columns)
{
    private const double Least = 1e-6;

    private readonly double[] _sum = new double[2 * columns];
    private readonly int[] _count = new int[2 * columns];
    private readonly double[] _total = new double[2];
    private readonly int[] _totalCount = new int[2];

    /// <summary>The smaller number of observations of the two directions.</summary>
    internal int Reliability(int column) => Math.Min(_count[2 * column], _count[(2 * column) + 1]);

    /// <summary>Learns that moving the column by <paramref name="distance"/> raised the bound by <paramref name="gain"/>.</summary>
    internal void Observe(int column, bool isUp, double distance, double gain)
    {
        if (!(distance > 1e-6) || !double.IsFinite(gain))
            return;
        int side = isUp ? 1 : 0;
        double unit = Math.Max(gain, 0.0) / distance;
        _sum[(2 * column) + side] += unit;
        _count[(2 * column) + side]++;
        _total[side] += unit;
        _totalCount[side]++;
    }

    /// <summary>What moving the column by <paramref name="distance"/> may cost; an average where nothing is known of it.</summary>
    internal double Estimate(int column, bool isUp, double distance)
    {
        int side = isUp ? 1 : 0;
        int at = (2 * column) + side;
        double unit = _count[at] > 0 ? _sum[at] / _count[at] : _totalCount[side] > 0 ? _total[side] / _totalCount[side] : 1.0;
        return unit * distance;
    }

    /// <summary>The product of both gains: large where both children suffer.</summary>
    internal static double Score(double down, double up) => Math.Max(down, Least) * Math.Max(up, Least);
}
