namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>
/// Simplifies a linear program so that all primal and dual values can be recovered (E. D. Andersen, K. D. Andersen, Math. Program. 71 (1995)
/// 221–245; J. Gondzio, INFORMS J. Comput. 9 (1997) 73–91; C. Mészáros, U. H. Suhl, OR Spectrum 25 (2003) 575–595; T. Achterberg et al.,
/// INFORMS J. Comput. 32 (2020) 473–506). Rows and columns are looked at once, and again when something about them has changed; the entries
/// looked at are at most a fixed multiple of the problem's size.
/// </summary>
internal sealed class Presolver
{
    /// <summary>How often duplicates are sought.</summary>
    private const int Rounds = 3;

    private readonly WorkingProgram _p;
    private readonly bool _reduce;

    private Presolver(LinearProgram program, bool reduce)
    {
        _p = new WorkingProgram(program);
        _reduce = reduce;
    }

    /// <summary>Presolves. The problem given is not changed; it is the reduced problem itself if nothing could be removed.</summary>
    /// <param name="program">The problem.</param>
    /// <param name="reduce">False to remove nothing but fixed columns, empty and free rows.</param>
    internal static PresolvedProgram Run(LinearProgram program, bool reduce)
    {
        var presolver = new Presolver(program, reduce);
        bool feasible = presolver.Reduce();
        var presolved = PresolvedProgram.Of(presolver._p, feasible);
        // Figures near the largest double can overflow in a reduction; the problem as given has none that did.
        return feasible && reduce && presolved.Reduced is null ? Run(program, reduce: false) : presolved;
    }

    /// <summary>Reduces until nothing changes; false if a contradiction was met.</summary>
    private bool Reduce()
    {
        for (int j = 0; j < _p.ColumnRemoved.Length; j++)
        {
            if (_p.ColumnLower[j] == _p.ColumnUpper[j])
                FixedColumn.Fix(_p, j, _p.ColumnLower[j]);
        }

        if (!Drain())
            return false;
        for (int round = 0; _reduce && round < Rounds && _p.Work > 0; round++)
        {
            if (!DuplicateRows.Apply(_p, out int rows))
                return false;
            int columns = DuplicateColumns.Apply(_p);
            if (rows + columns == 0)
                break;
            if (!Drain())
                return false;
        }

        for (int j = 0; j < _p.ColumnRemoved.Length; j++)
        {
            if (!_p.ColumnRemoved[j] && _p.ColumnLength[j] == 0)
                FixedColumn.FixEmpty(_p, j);
        }

        return true;
    }

    private bool Drain()
    {
        while (!(_p.RowQueue.IsEmpty && _p.ColumnQueue.IsEmpty))
        {
            while (_p.RowQueue.TryTake(out int i))
            {
                if (!_p.RowRemoved[i] && !VisitRow(i))
                    return false;
            }

            while (_p.ColumnQueue.TryTake(out int j))
            {
                if (!_p.ColumnRemoved[j])
                    VisitColumn(j);
            }
        }

        return true;
    }

    private bool VisitRow(int i)
    {
        if (_p.RowLength[i] == 0)
        {
            if (_p.RowLower[i] > WorkingProgram.Slack(_p.Original.RowLower[i]) || _p.RowUpper[i] < -WorkingProgram.Slack(_p.Original.RowUpper[i]))
                return false;
            _p.RemoveRow(i);
            return true;
        }

        if (_p.IsFree(i))
        {
            _p.RemoveRow(i);
            return true;
        }

        if (!_reduce || _p.Work <= 0)
            return true;
        if (_p.RowLength[i] == 1)
            return SingletonRow.Apply(_p, i);
        ReadOnlySpan<int> columns = _p.Row(i, out Span<double> values);
        var activity = RowActivity.Of(_p, columns, values);
        if (!RedundantRow.Apply(_p, i, activity))
            return false;
        if (_p.RowRemoved[i])
            return true;
        if (activity.Singletons > 0)
        {
            if (SlackColumns.TryApply(_p, i))
            {
                _p.RowQueue.Add(i);
                return true;
            }

            if (FreeColumnSingleton.TryApply(_p, i, activity))
                return true;
            _p.DualBounds.Observe(i, columns, values);
        }

        return _p.RowLength[i] != 2 || _p.RowLower[i] != _p.RowUpper[i] || DoubletonRow.TryApply(_p, i);
    }

    private void VisitColumn(int j)
    {
        if (!_reduce || _p.Work <= 0)
            return;
        if (_p.ColumnLength[j] == 0)
            FixedColumn.FixEmpty(_p, j);
        else
            DominatedColumn.TryApply(_p, j);
    }
}
