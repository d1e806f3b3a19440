using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Ordering;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// The form the method works on: min cᵀx, A x = b, 0 ≤ x ≤ u for the first columns (boxed), 0 ≤ x for the next, the rest free.
/// Rows that are no equalities have slack columns; columns with only an upper bound are negated; lower bounds are shifted to 0;
/// everything is scaled by powers of two.
/// </summary>
internal sealed class ComputationalForm
{
    private readonly LinearProgram _program;
    private readonly Equilibration _scaling;

    // Column j of this form: structural column _source[j], or slack of row ~_source[j]; x_original = shift + factor·x, where shift is the bound that is 0 here.
    // Row i is row _row[i] of the problem.
    private readonly int[] _row;
    private readonly int[] _source;
    private readonly double[] _factor;
    private readonly double _costScale;

    private ComputationalForm(
        LinearProgram program,
        Equilibration scaling,
        int[] row,
        int[] source,
        double[] factor,
        double costScale)
    {
        _program = program;
        _scaling = scaling;
        _row = row;
        _source = source;
        _factor = factor;
        _costScale = costScale;
    }

    /// <summary>Rows.</summary>
    internal int RowCount => RightHandSide.Length;

    /// <summary>Columns with slacks.</summary>
    internal int ColumnCount => Cost.Length;

    /// <summary>Columns 0 … BoxedCount−1 have an upper bound.</summary>
    internal int BoxedCount { get; private init; }

    /// <summary>Columns 0 … BoundedCount−1 have the lower bound 0; the rest are free.</summary>
    internal int BoundedCount { get; private init; }

    /// <summary>A, scaled.</summary>
    internal SparseMatrix Matrix { get; private init; } = null!;

    /// <summary>c, scaled.</summary>
    internal double[] Cost { get; private init; } = [];

    /// <summary>The diagonal q of ½ Σ q x², scaled; null for a linear objective.</summary>
    internal double[]? Quadratic { get; private init; }

    /// <summary>b, shifted and scaled.</summary>
    internal double[] RightHandSide { get; private init; } = [];

    /// <summary>u of the boxed columns, scaled.</summary>
    internal double[] Upper { get; private init; } = [];

    /// <summary>What must be added to cᵀx (unscaled) to get the objective of the problem.</summary>
    internal double ObjectiveOffset { get; private init; }

    /// <summary>Scaled objective values times this, plus the offset, are those of the problem.</summary>
    internal double ObjectiveScale { get; private init; }

    /// <summary>For each column the factor f of x (problem) = shift + f·x (form).</summary>
    internal double[] ColumnFactor => _factor;

    /// <summary>Costs of this form are those of the problem times <see cref="ColumnFactor"/> times this.</summary>
    internal double CostScale => _costScale;

    /// <summary>For each column of this form the column of the problem it is, or ~row if it is the slack of a row.</summary>
    internal int[] Source => _source;

    /// <summary>The row of the problem that row <paramref name="row"/> is.</summary>
    internal int SourceRow(int row) => _row[row];

    /// <summary>The factor of a row of this form, without the scale of the right-hand side.</summary>
    internal double RowFactor(int row) => _scaling.Row[_row[row]];

    /// <summary>The same form with costs, bounds and right-hand sides of its own, to be changed.</summary>
    internal ComputationalForm WithOwnVectors() => new(_program, _scaling, _row, _source, _factor, _costScale)
    {
        BoxedCount = BoxedCount,
        BoundedCount = BoundedCount,
        Matrix = Matrix,
        Cost = (double[])Cost.Clone(),
        RightHandSide = (double[])RightHandSide.Clone(),
        Upper = (double[])Upper.Clone(),
        ObjectiveOffset = ObjectiveOffset,
        ObjectiveScale = ObjectiveScale,
    };

    /// <summary>Makes the form of a problem without fixed columns and free rows, its rows and columns in the order of elimination.</summary>
    /// <param name="program">The problem.</param>
    /// <param name="quadratic">q of ½ Σ q x² added to the objective, one value a column, ≥ 0, of columns with a bound at 0 or none; null for none.</param>
    /// <param name="plan">The order.</param>
    internal static ComputationalForm Of(LinearProgram program, double[]? quadratic, out KktPlan plan)
    {
        plan = new KktPlan(program.Matrix);
        int[] rowOrder = plan.RowOrder;
        int[] place = Permutation.Invert(rowOrder);
        var scaling = Equilibration.Of(program.Matrix);
        (int[] source, int boxed, int bounded) = ColumnOrder.Of(program, place);
        plan.Renumber(source);
        int m = program.RowCount;
        int columns = source.Length;
        SparseMatrix a = program.Matrix;
        double[] factor = new double[columns];
        double[] cost = new double[columns];
        double[] upper = new double[boxed];
        double[] b = new double[m];
        for (int i = 0; i < m; i++)
            b[i] = program.RowLower[rowOrder[i]] == program.RowUpper[rowOrder[i]] ? program.RowLower[rowOrder[i]] : 0.0;
        CompensatedSum offset = default;
        offset.Add(program.CostOffset);
        int[] start = new int[columns + 1];
        for (int j = 0; j < columns; j++)
            start[j + 1] = start[j] + (source[j] < 0 ? 1 : a.ColumnStart[source[j] + 1] - a.ColumnStart[source[j]]);
        int[] index = new int[start[columns]];
        double[] value = new double[start[columns]];
        for (int j = 0; j < columns; j++)
        {
            bool isSlack = source[j] < 0;
            int k = isSlack ? ~source[j] : source[j];
            double lower = isSlack ? program.RowLower[k] : program.ColumnLower[k];
            double top = isSlack ? program.RowUpper[k] : program.ColumnUpper[k];
            double f = isSlack ? 1.0 / scaling.Row[k] : scaling.Column[k];
            double shift = Shift(lower, top);
            if (!double.IsFinite(lower) && double.IsFinite(top))
                f = -f;
            factor[j] = f;
            if (j < boxed)
                upper[j] = (top - lower) / f;
            int at = start[j];
            if (isSlack)
            {
                index[at] = place[k];
                value[at] = -scaling.Row[k] * f;
                b[place[k]] += shift;
                continue;
            }

            cost[j] = program.Cost[k] * f;
            for (int p = a.ColumnStart[k]; p < a.ColumnStart[k + 1]; p++)
            {
                int i = a.RowIndex[p];
                index[at] = place[i];
                value[at++] = a.Value[p] * scaling.Row[i] * f;
                b[place[i]] -= a.Value[p] * shift;
            }

            SortShort(index, value, start[j], at);
            offset.Add(program.Cost[k] * shift);
        }

        double[] rowScale = Pick(scaling.Row, rowOrder);
        double boundScale = Normaliser(b, rowScale);
        double costScale = Normaliser(cost, null);
        for (int i = 0; i < m; i++)
            b[i] *= rowScale[i] * boundScale;
        double[]? scaled = Scaled(quadratic, source, factor, costScale / boundScale);
        for (int j = 0; j < columns; j++)
        {
            cost[j] *= costScale;
            factor[j] /= boundScale;
        }

        for (int j = 0; j < boxed; j++)
            upper[j] *= boundScale;
        return new ComputationalForm(program, scaling, rowOrder, source, factor, costScale)
        {
            BoxedCount = boxed,
            BoundedCount = bounded,
            Matrix = SparseMatrix.Trusted(m, start, index, value),
            Cost = cost,
            Quadratic = scaled,
            RightHandSide = b,
            Upper = upper,
            ObjectiveOffset = offset.Value,
            ObjectiveScale = 1.0 / (costScale * boundScale),
        };
    }

    /// <summary>x of the problem from x of this form.</summary>
    internal double[] RecoverPrimal(ReadOnlySpan<double> x)
    {
        double[] primal = new double[_program.ColumnCount];
        for (int j = 0; j < _source.Length; j++)
        {
            if (_source[j] >= 0)
                primal[_source[j]] = Place(_source[j], _factor[j] * x[j]);
        }

        return primal;
    }

    /// <summary>A direction of the problem from one of this form.</summary>
    internal double[] RecoverDirection(ReadOnlySpan<double> dx)
    {
        double[] direction = new double[_program.ColumnCount];
        for (int j = 0; j < _source.Length; j++)
        {
            if (_source[j] >= 0)
                direction[_source[j]] = _factor[j] * dx[j];
        }

        return direction;
    }

    /// <summary>Row duals of the problem from y of this form.</summary>
    internal double[] RecoverDual(ReadOnlySpan<double> y)
    {
        double[] dual = new double[_row.Length];
        for (int k = 0; k < dual.Length; k++)
        {
            int i = _row[k];
            dual[i] = y[k] * _scaling.Row[i] / _costScale;

            // A sign that asks for a bound which is absent can only be rounding: the slack's reduced cost is the dual itself.
            if (double.IsInfinity(dual[i] > 0.0 ? _program.RowLower[i] : _program.RowUpper[i]))
                dual[i] = 0.0;
        }

        return dual;
    }

    /// <summary>The point that is 0 in the form: a bound, or 0.</summary>
    private static double Shift(double lower, double upper) => double.IsFinite(lower) ? lower : double.IsFinite(upper) ? upper : 0.0;

    private double Place(int j, double distance)
    {
        double lower = _program.ColumnLower[j];
        double upper = _program.ColumnUpper[j];
        return Math.Clamp(Shift(lower, upper) + distance, lower, upper);
    }

    /// <summary>Sorts entries [begin, end) by index; columns are short as a rule.</summary>
    private static void SortShort(int[] index, double[] value, int begin, int end)
    {
        if (end - begin > 32)
        {
            Array.Sort(index, value, begin, end - begin);
            return;
        }

        for (int k = begin + 1; k < end; k++)
        {
            int i = index[k];
            double v = value[k];
            int at = k;
            for (; at > begin && index[at - 1] > i; at--)
            {
                index[at] = index[at - 1];
                value[at] = value[at - 1];
            }

            index[at] = i;
            value[at] = v;
        }
    }

    private static double[]? Scaled(double[]? quadratic, int[] source, double[] factor, double scale)
    {
        if (quadratic is null)
            return null;
        double[] scaled = new double[source.Length];
        for (int j = 0; j < scaled.Length; j++)
            scaled[j] = source[j] < 0 ? 0.0 : quadratic[source[j]] * factor[j] * factor[j] * scale;
        return scaled;
    }

    private static T[] Pick<T>(T[] from, ReadOnlySpan<int> order)
    {
        var picked = new T[order.Length];
        for (int k = 0; k < order.Length; k++)
            picked[k] = from[order[k]];
        return picked;
    }

    private static double Normaliser(double[] vector, double[]? factor)
    {
        // A mean of logarithms of what is not zero would follow tiny entries; the largest follows outliers. Between the two:
        double largest = 0.0;
        double sum = 0.0;
        int count = 0;
        for (int k = 0; k < vector.Length; k++)
        {
            double v = Math.Abs(vector[k]) * (factor is null ? 1.0 : factor[k]);
            if (v == 0.0)
                continue;
            largest = Math.Max(largest, v);
            sum += v;
            count++;
        }

        if (count == 0)
            return 1.0;
        return Equilibration.PowerOfTwo(1.0 / Math.Sqrt(largest * (sum / count)));
    }
}
