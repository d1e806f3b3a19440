using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>
/// Simplifies a linear program so that all primal and dual values can be recovered exactly: empty rows and columns, fixed columns,
/// singleton rows turned into bounds, rows that bounds make redundant, and rows that force all their columns to a bound
/// (E. D. Andersen, K. D. Andersen, Math. Program. 71 (1995) 221–245).
/// </summary>
internal sealed class Presolver
{
    /// <summary>Violations below this, relative to the bound's size, are left to the solver to judge.</summary>
    private const double FeasibilityTolerance = 1e-9;

    private readonly LinearProgram _program;
    private readonly SparseMatrix _byRow;
    private readonly double[] _columnLower;
    private readonly double[] _columnUpper;
    private readonly double[] _rowLower;
    private readonly double[] _rowUpper;
    private readonly bool[] _rowRemoved;
    private readonly bool[] _columnRemoved;
    private readonly int[] _rowLength;
    private readonly int[] _columnLength;
    private readonly double[] _fixedValue;
    private readonly List<PostsolveStep> _steps = [];
    private readonly Queue<int> _rowsToVisit = new();
    private readonly bool[] _rowWaiting;

    private Presolver(LinearProgram program)
    {
        _program = program;
        _byRow = program.Matrix.Transpose();
        _columnLower = (double[])program.ColumnLower.Clone();
        _columnUpper = (double[])program.ColumnUpper.Clone();
        _rowLower = (double[])program.RowLower.Clone();
        _rowUpper = (double[])program.RowUpper.Clone();
        _rowRemoved = new bool[program.RowCount];
        _columnRemoved = new bool[program.ColumnCount];
        _rowLength = new int[program.RowCount];
        _columnLength = new int[program.ColumnCount];
        _fixedValue = new double[program.ColumnCount];
        _rowWaiting = new bool[program.RowCount];
        for (int i = 0; i < program.RowCount; i++)
            _rowLength[i] = _byRow.ColumnStart[i + 1] - _byRow.ColumnStart[i];
        for (int j = 0; j < program.ColumnCount; j++)
            _columnLength[j] = program.Matrix.ColumnStart[j + 1] - program.Matrix.ColumnStart[j];
    }

    /// <summary>Presolves. The problem given is not changed.</summary>
    /// <param name="program">The problem.</param>
    /// <param name="reduce">False to remove nothing but fixed columns, empty and free rows.</param>
    internal static PresolvedProgram Run(LinearProgram program, bool reduce)
    {
        var presolver = new Presolver(program);
        bool feasible = presolver.Reduce(reduce);
        return presolver.Finish(feasible);
    }

    private static double Slack(double bound) => FeasibilityTolerance * Math.Max(1.0, Math.Abs(bound));

    /// <summary>Visits rows and columns until nothing changes; false if a contradiction was met.</summary>
    private bool Reduce(bool reduce)
    {
        for (int j = 0; j < _program.ColumnCount; j++)
        {
            if (_columnLower[j] == _columnUpper[j])
                Fix(j, _columnLower[j]);
        }

        for (int i = 0; i < _program.RowCount; i++)
            Visit(i);
        while (_rowsToVisit.TryDequeue(out int i))
        {
            _rowWaiting[i] = false;
            if (!_rowRemoved[i] && !ReduceRow(i, reduce))
                return false;
        }

        for (int j = 0; j < _program.ColumnCount; j++)
        {
            if (!_columnRemoved[j] && _columnLength[j] == 0)
                FixEmpty(j);
        }

        return true;
    }

    private void Visit(int i)
    {
        if (_rowWaiting[i] || _rowRemoved[i])
            return;
        _rowWaiting[i] = true;
        _rowsToVisit.Enqueue(i);
    }

    private bool ReduceRow(int i, bool reduce)
    {
        if (_rowLength[i] == 0)
        {
            if (_rowLower[i] > Slack(_program.RowLower[i]) || _rowUpper[i] < -Slack(_program.RowUpper[i]))
                return false;
            RemoveRow(i);
            return true;
        }

        if (double.IsInfinity(_rowLower[i]) && double.IsInfinity(_rowUpper[i]))
        {
            RemoveRow(i);
            return true;
        }

        if (!reduce)
            return true;
        return _rowLength[i] == 1 ? SingletonRow(i) : ActivityOfRow(i);
    }

    private bool SingletonRow(int i)
    {
        int k = _byRow.ColumnStart[i];
        while (_columnRemoved[_byRow.RowIndex[k]])
            k++;
        int j = _byRow.RowIndex[k];
        double a = _byRow.Value[k];
        double lower = a > 0.0 ? _rowLower[i] / a : _rowUpper[i] / a;
        double upper = a > 0.0 ? _rowUpper[i] / a : _rowLower[i] / a;
        bool tightensLower = lower > _columnLower[j];
        bool tightensUpper = upper < _columnUpper[j];
        double newLower = tightensLower ? lower : _columnLower[j];
        double newUpper = tightensUpper ? upper : _columnUpper[j];
        if (newLower > newUpper + Slack(newLower))
            return false;
        if (newLower > newUpper)
            newLower = newUpper = tightensUpper ? newLower : newUpper;
        _columnLower[j] = newLower;
        _columnUpper[j] = newUpper;
        RemoveRow(i);
        if (tightensLower || tightensUpper)
            _steps.Add(PostsolveStep.Singleton(i, j, a, tightensLower, tightensUpper));
        if (newLower == newUpper)
            Fix(j, newLower);
        else
            VisitRowsOf(j);
        return true;
    }

    /// <summary>Compares the least and greatest activity the bounds allow with the bounds of the row.</summary>
    private bool ActivityOfRow(int i)
    {
        double least = 0.0;
        double most = 0.0;
        double size = 0.0;
        for (int k = _byRow.ColumnStart[i]; k < _byRow.ColumnStart[i + 1]; k++)
        {
            int j = _byRow.RowIndex[k];
            if (_columnRemoved[j])
                continue;
            double a = _byRow.Value[k];
            double low = a * (a > 0.0 ? _columnLower[j] : _columnUpper[j]);
            double high = a * (a > 0.0 ? _columnUpper[j] : _columnLower[j]);
            least += low;
            most += high;
            if (double.IsFinite(low))
                size = Math.Max(size, Math.Abs(low));
            if (double.IsFinite(high))
                size = Math.Max(size, Math.Abs(high));
            if (double.IsInfinity(least) && double.IsInfinity(most))
                return true;
        }

        double rounding = 1e-13 * Math.Max(1.0, size);
        double upperSlack = Math.Max(Slack(_rowUpper[i]), rounding);
        double lowerSlack = Math.Max(Slack(_rowLower[i]), rounding);
        if (least > _rowUpper[i] + (1e3 * upperSlack) || most < _rowLower[i] - (1e3 * lowerSlack))
            return false;
        if (double.IsFinite(least) && Math.Abs(least - _rowUpper[i]) <= rounding)
            return Force(i, toLeast: true);
        if (double.IsFinite(most) && Math.Abs(most - _rowLower[i]) <= rounding)
            return Force(i, toLeast: false);
        if (least >= _rowLower[i])
            _rowLower[i] = double.NegativeInfinity;
        if (most <= _rowUpper[i])
            _rowUpper[i] = double.PositiveInfinity;
        if (double.IsInfinity(_rowLower[i]) && double.IsInfinity(_rowUpper[i]))
            RemoveRow(i);
        return true;
    }

    private bool Force(int i, bool toLeast)
    {
        _steps.Add(PostsolveStep.Forcing(i, toLeast));
        RemoveRow(i);
        for (int k = _byRow.ColumnStart[i]; k < _byRow.ColumnStart[i + 1]; k++)
        {
            int j = _byRow.RowIndex[k];
            if (_columnRemoved[j])
                continue;
            bool atLower = (_byRow.Value[k] > 0.0) == toLeast;
            _steps.Add(PostsolveStep.ForcedColumn(i, j, _byRow.Value[k], atLower));
            Fix(j, atLower ? _columnLower[j] : _columnUpper[j]);
        }

        return true;
    }

    private void FixEmpty(int j)
    {
        double cost = _program.Cost[j];
        double value = cost > 0.0 ? _columnLower[j] : _columnUpper[j];
        if (cost == 0.0)
            value = Math.Clamp(0.0, _columnLower[j], _columnUpper[j]);

        // An unbounded one stays, and the solver proves it.
        if (double.IsFinite(value))
            Fix(j, value);
    }

    private void Fix(int j, double value)
    {
        _columnRemoved[j] = true;
        _fixedValue[j] = value;
        SparseMatrix a = _program.Matrix;
        for (int k = a.ColumnStart[j]; k < a.ColumnStart[j + 1]; k++)
        {
            int i = a.RowIndex[k];
            _rowLength[i]--;
            _rowLower[i] -= a.Value[k] * value;
            _rowUpper[i] -= a.Value[k] * value;
            Visit(i);
        }
    }

    private void RemoveRow(int i)
    {
        _rowRemoved[i] = true;
        for (int k = _byRow.ColumnStart[i]; k < _byRow.ColumnStart[i + 1]; k++)
            _columnLength[_byRow.RowIndex[k]]--;
    }

    private void VisitRowsOf(int j)
    {
        SparseMatrix a = _program.Matrix;
        for (int k = a.ColumnStart[j]; k < a.ColumnStart[j + 1]; k++)
            Visit(a.RowIndex[k]);
    }

    private PresolvedProgram Finish(bool feasible)
    {
        int[] rows = Kept(_rowRemoved);
        int[] columns = Kept(_columnRemoved);
        int[] newRow = new int[_program.RowCount];
        for (int i = 0; i < rows.Length; i++)
            newRow[rows[i]] = i;
        SparseMatrix a = _program.Matrix;
        int[] start = new int[columns.Length + 1];
        int count = 0;
        foreach (int j in columns)
            count += _columnLength[j];
        int[] index = new int[count];
        double[] value = new double[count];
        int at = 0;
        for (int c = 0; c < columns.Length; c++)
        {
            int j = columns[c];
            for (int k = a.ColumnStart[j]; k < a.ColumnStart[j + 1]; k++)
            {
                if (_rowRemoved[a.RowIndex[k]])
                    continue;
                index[at] = newRow[a.RowIndex[k]];
                value[at++] = a.Value[k];
            }

            start[c + 1] = at;
        }

        CompensatedSum offset = default;
        offset.Add(_program.CostOffset);
        for (int j = 0; j < _program.ColumnCount; j++)
        {
            if (_columnRemoved[j])
                offset.Add(_program.Cost[j] * _fixedValue[j]);
        }

        LinearProgram? reduced = feasible
            ? new LinearProgram(
                new SparseMatrix(rows.Length, columns.Length, start, index, value),
                Pick(_program.Cost, columns),
                offset.Value,
                Pick(_columnLower, columns),
                Pick(_columnUpper, columns),
                Pick(_rowLower, rows),
                Pick(_rowUpper, rows))
            : null;
        return new PresolvedProgram(_program, reduced, rows, columns, _fixedValue, _steps);
    }

    private static int[] Kept(bool[] removed)
    {
        int count = 0;
        foreach (bool r in removed)
            count += r ? 0 : 1;
        int[] kept = new int[count];
        int at = 0;
        for (int k = 0; k < removed.Length; k++)
        {
            if (!removed[k])
                kept[at++] = k;
        }

        return kept;
    }

    private static double[] Pick(double[] from, int[] index)
    {
        double[] picked = new double[index.Length];
        for (int k = 0; k < index.Length; k++)
            picked[k] = from[index[k]];
        return picked;
    }
}
