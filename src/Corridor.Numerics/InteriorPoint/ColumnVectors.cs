namespace Corridor.Numerics.InteriorPoint;

/// <summary>Where the vectors that belong to columns begin; they do not move.</summary>
internal readonly unsafe struct ColumnVectors
{
    internal ColumnVectors(Iterate point, KktSystem kkt, double[] cost)
    {
        X = ChunkPlan.Pointer(point.X);
        Z = ChunkPlan.Pointer(point.Z);
        W = ChunkPlan.Pointer(point.W);
        V = ChunkPlan.Pointer(point.V);
        DualResidual = ChunkPlan.Pointer(point.DualResidual);
        Cost = ChunkPlan.Pointer(cost);
        Theta = ChunkPlan.Pointer(kkt.Theta);
        Scaled = ChunkPlan.Pointer(kkt.Scaled);
    }

    internal readonly double* X;
    internal readonly double* Z;
    internal readonly double* W;
    internal readonly double* V;
    internal readonly double* DualResidual;
    internal readonly double* Cost;
    internal readonly double* Theta;
    internal readonly double* Scaled;
}

/// <summary>
/// The directions of an iteration (dx of each) and the figures that give the complementarity products of the second and the third right-hand side.
/// </summary>
internal unsafe struct Stages
{
    /// <summary>dx of the predictor.</summary>
    internal double* Predictor;

    /// <summary>dx of the corrector.</summary>
    internal double* Corrector;

    /// <summary>The product aimed at.</summary>
    internal double Target;

    /// <summary>The share of the predictor's second-order term.</summary>
    internal double Weight;

    /// <summary>What the centrality corrector aims at.</summary>
    internal CentralityAim Aim;
}

/// <summary>What a centrality corrector aims at: steps, and the interval for the products after them.</summary>
internal readonly record struct CentralityAim(double Primal, double Dual, double Low, double High);
