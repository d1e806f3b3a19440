namespace Corridor.Numerics.Simplex;

/// <summary>A basis at work: bounds and costs (which may be shifted for a while), values, reduced costs and the factors.</summary>
internal sealed class SimplexState
{
    private readonly IndexedVector _work;
    private readonly IndexedVector _dual;
    private readonly int[] _old;

    internal SimplexState(SimplexForm form, SimplexSettings settings)
    {
        Form = form;
        int variables = form.VariableCount;
        Lower = (double[])form.Lower.Clone();
        Upper = (double[])form.Upper.Clone();
        Cost = (double[])form.Cost.Clone();
        TrueLower = (double[])form.Lower.Clone();
        TrueUpper = (double[])form.Upper.Clone();
        X = new double[variables];
        D = new double[variables];
        DualWeight = new double[variables];
        Status = new BasisStatus[variables];
        Head = new int[form.RowCount];
        _old = new int[form.RowCount];
        Factor = new BasisFactor(form, settings.UpdateLimit);
        _work = new IndexedVector(form.RowCount);
        _dual = new IndexedVector(form.RowCount);
        PrimalTolerance = settings.Tolerance;
        DualTolerance = settings.Tolerance;
        Array.Fill(DualWeight, 1.0);
    }

    internal SimplexForm Form { get; }

    internal BasisFactor Factor { get; }

    /// <summary>Bounds at work; shifted ones differ from <see cref="TrueLower"/>.</summary>
    internal double[] Lower { get; }

    internal double[] Upper { get; }

    internal double[] TrueLower { get; }

    internal double[] TrueUpper { get; }

    /// <summary>Costs at work; shifted ones differ from those of the form.</summary>
    internal double[] Cost { get; }

    internal double[] X { get; }

    /// <summary>Reduced costs, zero for basic variables.</summary>
    internal double[] D { get; }

    /// <summary>Weights of dual steepest edge, kept by variable; those of basic ones count.</summary>
    internal double[] DualWeight { get; }

    internal BasisStatus[] Status { get; }

    /// <summary>The basic variable of each row.</summary>
    internal int[] Head { get; }

    internal double PrimalTolerance { get; set; }

    internal double DualTolerance { get; set; }

    internal bool BoundsShifted { get; set; }

    internal bool CostsShifted { get; set; }

    internal int PrimalIterations { get; set; }

    internal int DualIterations { get; set; }

    internal int Repairs { get; private set; }

    /// <summary>Row duals y, as last computed.</summary>
    internal double[] Y => _dual.Value;

    internal void Load(Basis basis)
    {
        int row = 0;
        for (int v = 0; v < Status.Length; v++)
        {
            Status[v] = v < Form.ColumnCount ? basis.Columns[v] : basis.Rows[v - Form.ColumnCount];
            if (Status[v] == BasisStatus.Basic)
                Head[row++] = v;
            else
                SettleNonbasic(v);
        }
    }

    /// <summary>Puts a nonbasic variable on a bound it has.</summary>
    internal void SettleNonbasic(int v)
    {
        BasisStatus status = Status[v];
        bool fits = status switch
        {
            BasisStatus.AtLower => !double.IsInfinity(Lower[v]),
            BasisStatus.AtUpper => !double.IsInfinity(Upper[v]),
            _ => double.IsInfinity(Lower[v]) && double.IsInfinity(Upper[v]),
        };
        if (!fits)
            Status[v] = Basis.StatusAtNearestBound(X[v], Lower[v], Upper[v]);
        X[v] = Status[v] switch
        {
            BasisStatus.AtLower => Lower[v],
            BasisStatus.AtUpper => Upper[v],
            _ => 0.0,
        };
    }

    internal Basis ToBasis() => new(Status.AsSpan(0, Form.ColumnCount).ToArray(), Status.AsSpan(Form.ColumnCount).ToArray());

    /// <summary>Makes the factors anew; dependent columns leave the basis. Whether none had to.</summary>
    internal bool Refactor()
    {
        Head.CopyTo(_old, 0);
        Factor.Factorize(_old, Head);
        if (Factor.RejectedCount == 0)
            return true;
        Repairs += Factor.RejectedCount;
        foreach (int v in Factor.Rejected)
        {
            Status[v] = Basis.StatusAtNearestBound(X[v], Lower[v], Upper[v]);
            SettleNonbasic(v);
        }

        foreach (int v in Head)
        {
            if (Status[v] != BasisStatus.Basic)
            {
                Status[v] = BasisStatus.Basic;
                DualWeight[v] = 1.0;
            }
        }

        return false;
    }

    /// <summary>Basic values from the nonbasic ones, refined once.</summary>
    internal void ComputePrimal()
    {
        foreach (int v in Head)
            X[v] = 0.0;
        for (int pass = 0; pass < 2; pass++)
        {
            _work.Clear();
            for (int v = 0; v < X.Length; v++)
            {
                if (X[v] != 0.0)
                    Form.AddColumn(v, -X[v], _work);
            }

            Factor.Ftran(_work);
            for (int k = 0; k < _work.Count; k++)
                X[Head[_work.Index[k]]] += _work.Value[_work.Index[k]];
        }
    }

    /// <summary>Row duals and reduced costs for a cost vector, refined once.</summary>
    internal void ComputeDuals(double[] cost)
    {
        _dual.Clear();
        for (int r = 0; r < Head.Length; r++)
        {
            if (cost[Head[r]] != 0.0)
                _dual.Add(r, cost[Head[r]]);
        }

        Factor.Btran(_dual);
        _work.Clear();
        for (int r = 0; r < Head.Length; r++)
        {
            double residual = cost[Head[r]] - Form.Dot(Head[r], _dual.Value);
            if (residual != 0.0)
                _work.Add(r, residual);
        }

        Factor.Btran(_work);
        for (int k = 0; k < _work.Count; k++)
            _dual.Add(_work.Index[k], _work.Value[_work.Index[k]]);
        for (int v = 0; v < D.Length; v++)
            D[v] = Status[v] == BasisStatus.Basic ? 0.0 : cost[v] - Form.Dot(v, _dual.Value);
    }

    internal void ComputeDuals() => ComputeDuals(Cost);

    /// <summary>How far a variable is beyond its bounds at work: negative below the lower one, positive above the upper one, else zero.</summary>
    internal double Violation(int v)
    {
        double x = X[v];
        if (x < Lower[v])
            return x - Lower[v];
        return x > Upper[v] ? x - Upper[v] : 0.0;
    }

    internal bool IsPrimalFeasible()
    {
        foreach (int v in Head)
        {
            if (Math.Abs(Violation(v)) > PrimalTolerance)
                return false;
        }

        return true;
    }

    /// <summary>How far a reduced cost has the wrong sign for the status, ≥ 0.</summary>
    internal double DualViolation(int v)
    {
        double d = D[v];
        return Status[v] switch
        {
            BasisStatus.Basic => 0.0,
            _ when Lower[v] == Upper[v] => 0.0,
            BasisStatus.AtLower => d < 0.0 ? -d : 0.0,
            BasisStatus.AtUpper => d > 0.0 ? d : 0.0,
            _ => Math.Abs(d),
        };
    }

    internal bool IsDualFeasible()
    {
        for (int v = 0; v < D.Length; v++)
        {
            if (DualViolation(v) > DualTolerance)
                return false;
        }

        return true;
    }

    /// <summary>Exchanges the basic variable of a row for a nonbasic one; values and reduced costs are the caller's.</summary>
    internal void Exchange(int row, int entering, BasisStatus leavingStatus, IndexedVector column)
    {
        Status[Head[row]] = leavingStatus;
        Status[entering] = BasisStatus.Basic;
        Head[row] = entering;
        Factor.Update(row, column.Value[row]);
    }

    /// <summary>Brings the true bounds and costs back and puts nonbasic variables on their bounds.</summary>
    internal void RemoveShifts()
    {
        TrueLower.CopyTo(Lower, 0);
        TrueUpper.CopyTo(Upper, 0);
        Form.Cost.CopyTo(Cost, 0);
        BoundsShifted = false;
        CostsShifted = false;
        for (int v = 0; v < Status.Length; v++)
        {
            if (Status[v] != BasisStatus.Basic)
                SettleNonbasic(v);
        }
    }

    /// <summary>A number in [0, 1) that depends on nothing but its argument.</summary>
    internal static double Scatter(int v)
    {
        ulong z = ((ulong)(uint)v + 1UL) * 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return (z >> 11) * (1.0 / (1UL << 53));
    }
}
