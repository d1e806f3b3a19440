namespace Corridor.Numerics.InteriorPoint;

/// <summary>A copy of an iterate on the way to the base optimum, from which variants may start.</summary>
internal sealed class ResolvePoint
{
    /// <summary>Memory that points may take, in bytes, if four are not more; and their largest number.</summary>
    private const double Memory = 256e6;
    private const double Most = 24.0;

    /// <summary>Powers of ten by which μ falls on the way.</summary>
    private const double Decades = 10.0;

    internal ResolvePoint(Iterate point, int columns)
    {
        X = point.X[..columns];
        Z = point.Z[..columns];
        W = point.W[..columns];
        V = point.V[..columns];
        Y = (double[])point.Y.Clone();
        Mu = point.Mu;
    }

    internal double[] X { get; }

    internal double[] Z { get; }

    internal double[] W { get; }

    internal double[] V { get; }

    internal double[] Y { get; }

    /// <summary>Mean complementarity product.</summary>
    internal double Mu { get; }

    /// <summary>
    /// Whether a point is worth keeping: past the first iterations, and with a μ well below that of the last one kept, so that all together keep within
    /// the memory.
    /// </summary>
    internal static bool IsWanted(List<ResolvePoint> kept, Iterate point, int iterations)
    {
        double size = sizeof(double) * ((4.0 * point.X.Length) + point.Y.Length);
        double share = Math.Pow(10.0, -Decades / Math.Clamp(Memory / size, 4.0, Most));
        return iterations >= 3 && (kept.Count == 0 || point.Mu <= share * kept[^1].Mu);
    }

    /// <summary>Sets a point to this one.</summary>
    internal void CopyTo(Iterate point)
    {
        X.CopyTo(point.X, 0);
        Z.CopyTo(point.Z, 0);
        W.CopyTo(point.W, 0);
        V.CopyTo(point.V, 0);
        Y.CopyTo(point.Y, 0);
    }
}
