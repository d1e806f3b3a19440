namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// A direction: dx, padded with zeros to whole vectors, and dy. What belongs to the other variables follows from dx and the complementarity
/// products of the right-hand side: dw = −dx, dz = (p − z·dx)/x, dv = (q − v·dw)/w; it is not stored.
/// </summary>
internal sealed class Direction(ComputationalForm form)
{
    internal double[] X { get; } = ChunkPlan.Vector(form.ColumnCount);

    internal double[] Y { get; } = new double[form.RowCount];

    /// <summary>Longest primal step in [0, 1] that keeps x and w ≥ 0.</summary>
    internal double PrimalLimit { get; set; }

    /// <summary>Longest dual step in [0, 1] that keeps z and v ≥ 0.</summary>
    internal double DualLimit { get; set; }

    /// <summary>Chunk with the column that limits the primal step, and the one that limits the dual step; −1 if none does.</summary>
    internal int PrimalChunk { get; set; }

    /// <inheritdoc cref="PrimalChunk"/>
    internal int DualChunk { get; set; }

    /// <summary>Σ (dx·z + dw·v).</summary>
    internal double PrimalSlope { get; set; }

    /// <summary>Σ (x·dz + w·dv).</summary>
    internal double DualSlope { get; set; }

    /// <summary>Σ (dx·dz + dw·dv).</summary>
    internal double Curvature { get; set; }
}
