namespace Corridor.Numerics.InteriorPoint;

/// <summary>A copy of an iterate on the way to the base optimum, from which variants may start.</summary>
internal sealed class ResolvePoint
{
    /// <summary>Each point kept has at most this share of the μ of the one before.</summary>
    private const double Share = 0.4;

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

    /// <summary>Whether a point is worth keeping: past the first iterations, and with a μ well below that of the last one kept.</summary>
    internal static bool IsWanted(List<ResolvePoint> kept, Iterate point, int iterations) =>
        iterations >= 3 && (kept.Count == 0 || point.Mu <= Share * kept[^1].Mu);

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
