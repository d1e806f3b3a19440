namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// The point (x, w, y, z, v) of the method and its residuals. w = u − x and v belong to the boxed columns, z to the bounded ones; z of a free
/// column is 0. What belongs to columns is padded to whole vectors, with z = v = 0 and w so large that it never counts.
/// </summary>
internal sealed class Iterate
{
    /// <summary>w of a column without an upper bound: no step reaches it, no sum feels it.</summary>
    internal const double NeverReached = 1e100;

    internal Iterate(ComputationalForm form)
    {
        X = ChunkPlan.Vector(form.ColumnCount);
        Z = ChunkPlan.Vector(form.ColumnCount);
        W = ChunkPlan.Vector(form.BoxedCount);
        V = ChunkPlan.Vector(form.BoxedCount);
        Y = new double[form.RowCount];
        PrimalResidual = new double[form.RowCount];
        DualResidual = ChunkPlan.Vector(form.ColumnCount);
        Products = form.BoundedCount + form.BoxedCount;
        W.AsSpan(form.BoxedCount).Fill(NeverReached);
        Measure(form);
    }

    internal double[] X { get; }

    internal double[] Z { get; }

    internal double[] W { get; }

    internal double[] V { get; }

    internal double[] Y { get; }

    /// <summary>b − A x.</summary>
    internal double[] PrimalResidual { get; }

    /// <summary>c − Aᵀy − z + v.</summary>
    internal double[] DualResidual { get; }

    internal double RightHandSideNorm { get; private set; }

    internal double CostNorm { get; private set; }

    /// <summary>(xᵀz + wᵀv) / number of products.</summary>
    internal double Mu { get; set; }

    /// <summary>cᵀx.</summary>
    internal double PrimalObjective { get; set; }

    /// <summary>bᵀy − uᵀv.</summary>
    internal double DualObjective { get; set; }

    /// <summary>Largest primal residual over 1 + ‖b‖.</summary>
    internal double PrimalError { get; set; }

    /// <summary>Largest dual residual over 1 + ‖c‖.</summary>
    internal double DualError { get; set; }

    /// <summary>Number of complementarity products.</summary>
    internal int Products { get; set; }

    /// <summary>Measures the right-hand side and the costs.</summary>
    internal void Measure(ComputationalForm form)
    {
        RightHandSideNorm = 0.0;
        CostNorm = 0.0;
        foreach (double b in form.RightHandSide)
            RightHandSideNorm = Math.Max(RightHandSideNorm, Math.Abs(b));
        foreach (double c in form.Cost)
            CostNorm = Math.Max(CostNorm, Math.Abs(c));
    }
}
