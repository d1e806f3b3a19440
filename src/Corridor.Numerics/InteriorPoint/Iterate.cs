using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>The point (x, w, y, z, v) of the method and its residuals. w = u − x and v belong to the boxed columns, z to the bounded ones.</summary>
internal sealed class Iterate
{
    private readonly ComputationalForm _form;

    internal Iterate(ComputationalForm form)
    {
        _form = form;
        X = new double[form.ColumnCount];
        Z = new double[form.BoundedCount];
        W = new double[form.BoxedCount];
        V = new double[form.BoxedCount];
        Y = new double[form.RowCount];
        PrimalResidual = new double[form.RowCount];
        DualResidual = new double[form.ColumnCount];
        UpperResidual = new double[form.BoxedCount];
        foreach (double b in form.RightHandSide)
            RightHandSideNorm = Math.Max(RightHandSideNorm, Math.Abs(b));
        foreach (double c in form.Cost)
            CostNorm = Math.Max(CostNorm, Math.Abs(c));
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

    /// <summary>u − x − w.</summary>
    internal double[] UpperResidual { get; }

    internal double RightHandSideNorm { get; }

    internal double CostNorm { get; }

    /// <summary>(xᵀz + wᵀv) / number of products.</summary>
    internal double Mu { get; private set; }

    /// <summary>cᵀx.</summary>
    internal double PrimalObjective { get; private set; }

    /// <summary>bᵀy − uᵀv.</summary>
    internal double DualObjective { get; private set; }

    /// <summary>Largest primal residual over 1 + ‖b‖.</summary>
    internal double PrimalError { get; private set; }

    /// <summary>Largest dual residual over 1 + ‖c‖.</summary>
    internal double DualError { get; private set; }

    /// <summary>Number of complementarity products.</summary>
    internal int Products => Z.Length + V.Length;

    /// <summary>Recomputes everything that follows from the point.</summary>
    internal void Evaluate()
    {
        SparseMatrix a = _form.Matrix;
        double[] b = _form.RightHandSide;
        b.AsSpan().CopyTo(PrimalResidual);
        double primal = 0.0;
        double dual = 0.0;
        double products = 0.0;
        double dualError = 0.0;
        double upperError = 0.0;
        for (int j = 0; j < X.Length; j++)
        {
            double x = X[j];
            double r = _form.Cost[j];
            primal += r * x;
            for (int k = a.ColumnStart[j]; k < a.ColumnStart[j + 1]; k++)
            {
                int i = a.RowIndex[k];
                r -= a.Value[k] * Y[i];
                PrimalResidual[i] -= a.Value[k] * x;
            }

            if (j < Z.Length)
            {
                r -= Z[j];
                products += x * Z[j];
            }

            if (j < V.Length)
            {
                r += V[j];
                products += W[j] * V[j];
                dual -= _form.Upper[j] * V[j];
                double u = _form.Upper[j] - x - W[j];
                UpperResidual[j] = u;
                upperError = Math.Max(upperError, Math.Abs(u));
            }

            DualResidual[j] = r;
            dualError = Math.Max(dualError, Math.Abs(r));
        }

        double primalError = upperError;
        for (int i = 0; i < b.Length; i++)
        {
            dual += b[i] * Y[i];
            primalError = Math.Max(primalError, Math.Abs(PrimalResidual[i]));
        }

        PrimalObjective = primal;
        DualObjective = dual;
        Mu = Products == 0 ? 0.0 : products / Products;
        PrimalError = primalError / (1.0 + RightHandSideNorm);
        DualError = dualError / (1.0 + CostNorm);
    }

    /// <summary>Moves the point.</summary>
    internal void Step(Direction d, double primal, double dual)
    {
        VectorKernels.Step(X, d.X, primal);
        VectorKernels.Step(W, d.W, primal);
        VectorKernels.Step(V, d.V, dual);
        VectorKernels.Step(Z, d.Z, dual);
        VectorKernels.Step(Y, d.Y, dual);
    }
}
