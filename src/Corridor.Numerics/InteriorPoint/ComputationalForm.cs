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

    // Column j of this form: structural column _source[j], or slack of row ~_source[j]; x_original = shift + factor·x.
    // Row i is row _row[i] of the problem.
    private readonly int[] _row;
    private readonly int[] _source;
    private readonly double[] _factor;
    private readonly double[] _shift;
    private readonly double _costScale;

    private ComputationalForm(
        LinearProgram program,
        Equilibration scaling,
        int[] row,
        int[] source,
        double[] factor,
        double[] shift,
        double costScale)
    {
        _program = program;
        _scaling = scaling;
        _row = row;
        _source = source;
        _factor = factor;
        _shift = shift;
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

    /// <summary>The row of the problem that row <paramref name="row"/> is.</summary>
    internal int SourceRow(int row) => _row[row];

    /// <summary>The factor of a row of this form, without the scale of the right-hand side.</summary>
    internal double RowFactor(int row) => _scaling.Row[_row[row]];

    /// <summary>The same form with costs, bounds and right-hand sides of its own, to be changed.</summary>
    internal ComputationalForm WithOwnVectors() => new(_program, _scaling, _row, _source, _factor, _shift, _costScale)
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

    /// <summary>The same form in the order of elimination, and that order.</summary>
    /// <param name="plan">The order.</param>
    /// <param name="columnOrder">Element k is the column that becomes column k.</param>
    internal ComputationalForm Reordered(out KktPlan plan, out int[] columnOrder)
    {
        plan = new KktPlan(Matrix);
        ComputationalForm form = Reordered(plan.RowOrder, out columnOrder);
        plan.Renumber(columnOrder);
        return form;
    }

    /// <summary>Makes the form of a problem without fixed columns and free rows.</summary>
    /// <param name="program">The problem.</param>
    /// <param name="quadratic">q of ½ Σ q x² added to the objective, one value a column, ≥ 0, of columns with a bound at 0 or none; null for none.</param>
    internal static ComputationalForm Of(LinearProgram program, double[]? quadratic = null)
    {
        int m = program.RowCount;
        var scaling = Equilibration.Of(program.Matrix);
        (int[] source, int boxed, int bounded) = Classify(program);
        int columns = source.Length;
        double[] factor = new double[columns];
        double[] shift = new double[columns];
        double[] cost = new double[columns];
        double[] upper = new double[boxed];
        for (int j = 0; j < columns; j++)
        {
            bool isSlack = source[j] < 0;
            int k = isSlack ? ~source[j] : source[j];
            double lower = isSlack ? program.RowLower[k] : program.ColumnLower[k];
            double top = isSlack ? program.RowUpper[k] : program.ColumnUpper[k];
            factor[j] = isSlack ? 1.0 / scaling.Row[k] : scaling.Column[k];
            if (double.IsFinite(lower))
            {
                shift[j] = lower;
            }
            else if (double.IsFinite(top))
            {
                shift[j] = top;
                factor[j] = -factor[j];
            }

            if (j < boxed)
                upper[j] = (top - lower) / factor[j];
            cost[j] = isSlack ? 0.0 : program.Cost[k] * factor[j];
        }

        double[] b = new double[m];
        for (int i = 0; i < m; i++)
            b[i] = program.RowLower[i] == program.RowUpper[i] ? program.RowLower[i] : 0.0;
        CompensatedSum offset = default;
        offset.Add(program.CostOffset);
        int[] start = new int[columns + 1];
        for (int j = 0; j < columns; j++)
            start[j + 1] = start[j] + (source[j] < 0 ? 1 : program.Matrix.ColumnStart[source[j] + 1] - program.Matrix.ColumnStart[source[j]]);
        int[] index = new int[start[columns]];
        double[] value = new double[start[columns]];
        for (int j = 0; j < columns; j++)
        {
            int at = start[j];
            if (source[j] < 0)
            {
                int i = ~source[j];
                index[at] = i;
                value[at] = -scaling.Row[i] * factor[j];
                b[i] += shift[j];
                continue;
            }

            SparseMatrix a = program.Matrix;
            for (int k = a.ColumnStart[source[j]]; k < a.ColumnStart[source[j] + 1]; k++)
            {
                int i = a.RowIndex[k];
                index[at] = i;
                value[at++] = a.Value[k] * scaling.Row[i] * factor[j];
                b[i] -= a.Value[k] * shift[j];
            }

            offset.Add(program.Cost[source[j]] * shift[j]);
        }

        double boundScale = Normaliser(b, scaling.Row);
        double costScale = Normaliser(cost, null);
        for (int i = 0; i < m; i++)
            b[i] *= scaling.Row[i] * boundScale;
        for (int j = 0; j < columns; j++)
        {
            cost[j] *= costScale;
            factor[j] /= boundScale;
        }

        for (int j = 0; j < boxed; j++)
            upper[j] *= boundScale;
        return new ComputationalForm(program, scaling, Permutation.Identity(m), source, factor, shift, costScale)
        {
            BoxedCount = boxed,
            BoundedCount = bounded,
            Matrix = new SparseMatrix(m, columns, start, index, value),
            Cost = cost,
            Quadratic = Scaled(quadratic, source, factor, costScale * boundScale),
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
                primal[_source[j]] = Math.Clamp(_shift[j] + (_factor[j] * x[j]), _program.ColumnLower[_source[j]], _program.ColumnUpper[_source[j]]);
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

    /// <summary>
    /// The same form with its rows in another order, and the columns of each kind near their first rows, those of one length together
    /// within a stretch of rows.
    /// </summary>
    /// <param name="rowOrder">Element k is the row that becomes row k.</param>
    /// <param name="columnOrder">Element k is the column that becomes column k.</param>
    internal ComputationalForm Reordered(int[] rowOrder, out int[] columnOrder)
    {
        int[] place = Permutation.Invert(rowOrder);
        int columns = ColumnCount;
        SparseMatrix a = Matrix;
        int[] order = ColumnOrder(place);
        columnOrder = order;
        int[] start = new int[columns + 1];
        int[] index = new int[a.NonzeroCount];
        double[] value = new double[a.NonzeroCount];
        for (int j = 0; j < columns; j++)
        {
            int at = start[j];
            for (int k = a.ColumnStart[order[j]]; k < a.ColumnStart[order[j] + 1]; k++)
            {
                index[at] = place[a.RowIndex[k]];
                value[at++] = a.Value[k];
            }

            start[j + 1] = at;
            SortShort(index, value, start[j], at);
        }

        return new ComputationalForm(
            _program, _scaling, Pick(_row, rowOrder), Pick(_source, order), Pick(_factor, order), Pick(_shift, order), _costScale)
        {
            BoxedCount = BoxedCount,
            BoundedCount = BoundedCount,
            Matrix = new SparseMatrix(RowCount, columns, start, index, value),
            Cost = Pick(Cost, order),
            Quadratic = Quadratic is null ? null : Pick(Quadratic, order),
            RightHandSide = Pick(RightHandSide, rowOrder),
            Upper = Pick(Upper, order.AsSpan(0, BoxedCount)),
            ObjectiveOffset = ObjectiveOffset,
            ObjectiveScale = ObjectiveScale,
        };
    }

    /// <summary>Columns by kind, then stretch of their first row, length and first row, by counting from the last key to the first.</summary>
    private int[] ColumnOrder(int[] place)
    {
        const int Stretch = 9;
        const int Longest = 63;
        SparseMatrix a = Matrix;
        int columns = ColumnCount;
        int stretches = (RowCount >> Stretch) + 1;
        int[] first = new int[columns];
        for (int j = 0; j < columns; j++)
        {
            int least = RowCount;
            for (int k = a.ColumnStart[j]; k < a.ColumnStart[j + 1]; k++)
                least = Math.Min(least, place[a.RowIndex[k]]);
            first[j] = least;
        }

        int[] order = Permutation.Identity(columns);
        int[] other = new int[columns];
        int[] count = new int[Math.Max(RowCount + 2, (3 * stretches) + 1)];
        for (int pass = 0; pass < 3; pass++)
        {
            Array.Clear(count);
            for (int j = 0; j < columns; j++)
                count[Key(j, pass) + 1]++;
            for (int k = 1; k < count.Length; k++)
                count[k] += count[k - 1];
            foreach (int j in order)
                other[count[Key(j, pass)]++] = j;
            (order, other) = (other, order);
        }

        return order;

        int Key(int j, int pass) => pass switch
        {
            0 => first[j],
            1 => Math.Min(a.ColumnStart[j + 1] - a.ColumnStart[j], Math.Min(Longest, RowCount)),
            _ => ((j < BoxedCount ? 0 : j < BoundedCount ? 1 : 2) * stretches) + (first[j] >> Stretch),
        };
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

    private static (int[] Source, int Boxed, int Bounded) Classify(LinearProgram program)
    {
        List<int>[] kinds = [[], [], []];
        void Add(int source, double lower, double upper) =>
            kinds[double.IsFinite(lower) && double.IsFinite(upper) ? 0 : double.IsInfinity(lower) && double.IsInfinity(upper) ? 2 : 1].Add(source);
        for (int j = 0; j < program.ColumnCount; j++)
            Add(j, program.ColumnLower[j], program.ColumnUpper[j]);
        for (int i = 0; i < program.RowCount; i++)
        {
            if (program.RowLower[i] != program.RowUpper[i])
                Add(~i, program.RowLower[i], program.RowUpper[i]);
        }

        return ([.. kinds[0], .. kinds[1], .. kinds[2]], kinds[0].Count, kinds[0].Count + kinds[1].Count);
    }
}
