namespace Corridor.Numerics.InteriorPoint;

/// <summary>A direction (dx, dw, dy, dz, dv); what belongs to columns is padded with zeros to whole vectors.</summary>
internal sealed class Direction(ComputationalForm form)
{
    internal double[] X { get; } = ChunkPlan.Vector(form.ColumnCount);

    internal double[] Z { get; } = ChunkPlan.Vector(form.ColumnCount);

    internal double[] W { get; } = ChunkPlan.Vector(form.BoxedCount);

    internal double[] V { get; } = ChunkPlan.Vector(form.BoxedCount);

    internal double[] Y { get; } = new double[form.RowCount];

    /// <summary>Longest primal step in [0, 1] that keeps x and w ≥ 0.</summary>
    internal double PrimalLimit { get; set; }

    /// <summary>Longest dual step in [0, 1] that keeps z and v ≥ 0.</summary>
    internal double DualLimit { get; set; }

    /// <summary>Σ (dx·z + dw·v).</summary>
    internal double PrimalSlope { get; set; }

    /// <summary>Σ (x·dz + w·dv).</summary>
    internal double DualSlope { get; set; }

    /// <summary>Σ (dx·dz + dw·dv).</summary>
    internal double Curvature { get; set; }
}
