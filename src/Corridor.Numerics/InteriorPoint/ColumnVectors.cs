namespace Corridor.Numerics.InteriorPoint;

/// <summary>Where the vectors that belong to columns begin; they do not move.</summary>
internal readonly unsafe struct ColumnVectors
{
    internal ColumnVectors(Iterate point, KktSystem kkt, double[] cost, double[] upper)
    {
        X = ChunkPlan.Pointer(point.X);
        Z = ChunkPlan.Pointer(point.Z);
        W = ChunkPlan.Pointer(point.W);
        V = ChunkPlan.Pointer(point.V);
        DualResidual = ChunkPlan.Pointer(point.DualResidual);
        UpperResidual = ChunkPlan.Pointer(point.UpperResidual);
        Cost = ChunkPlan.Pointer(cost);
        Upper = ChunkPlan.Pointer(upper);
        Theta = ChunkPlan.Pointer(kkt.Theta);
        Scaled = ChunkPlan.Pointer(kkt.Scaled);
    }

    internal readonly double* X;
    internal readonly double* Z;
    internal readonly double* W;
    internal readonly double* V;
    internal readonly double* DualResidual;
    internal readonly double* UpperResidual;
    internal readonly double* Cost;
    internal readonly double* Upper;
    internal readonly double* Theta;
    internal readonly double* Scaled;
}

/// <summary>Where the vectors of a direction begin.</summary>
internal readonly unsafe struct DirectionVectors(Direction direction)
{
    internal readonly double* X = ChunkPlan.Pointer(direction.X);
    internal readonly double* Z = ChunkPlan.Pointer(direction.Z);
    internal readonly double* W = ChunkPlan.Pointer(direction.W);
    internal readonly double* V = ChunkPlan.Pointer(direction.V);
}
