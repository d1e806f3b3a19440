using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.MixedInteger.Cuts;

/// <summary>
/// Complemented mixed-integer rounding on rows and on aggregations of rows (H. Marchand, L. A. Wolsey, Oper. Res. 49 (2001) 363–371): continuous
/// columns are measured from their nearest bound, variable bounds among them, so that flow covers come out of it as well.
/// </summary>
internal sealed class MixedIntegerRounding
{
    private const int MostRows = 6;

    private readonly IntegerModel _model;
    private readonly VariableBounds _bounds;
    private readonly AggregatedRow _row;
    private readonly RoundingAttempt _attempt;
    private readonly int _rows;

    /// <summary>Separates over the first rows of the model: those before its cutting planes.</summary>
    internal MixedIntegerRounding(IntegerModel model, VariableBounds bounds, int rows)
    {
        _model = model;
        _bounds = bounds;
        _rows = rows;
        _row = new AggregatedRow(model);
        _attempt = new RoundingAttempt(model, bounds);
    }

    internal void Separate(double[] x, List<Cut> cuts, Func<bool> isStopped)
    {
        double[] activity = new double[_model.RowCount];
        _model.ByColumn.Multiply(x, activity);
        for (int i = 0; i < _rows && !isStopped(); i++)
        {
            if (IsFarFromBinding(i, activity[i]))
                continue;
            _row.Clear();
            _row.Add(i, 1.0, activity[i]);
            for (int count = 1; ; count++)
            {
                if (_attempt.Best(_row, x) is { } cut)
                    cuts.Add(cut);
                if (count == MostRows || !Extend(x, activity))
                    break;
            }
        }
    }

    private bool IsFarFromBinding(int row, double activity)
    {
        double slack = Math.Min(_model.RowUpper[row] - activity, activity - _model.RowLower[row]);
        double norm = 0.0;
        for (int k = _model.ByRow.ColumnStart[row]; k < _model.ByRow.ColumnStart[row + 1]; k++)
            norm = Math.Max(norm, Math.Abs(_model.ByRow.Value[k]));
        return norm == 0.0 || double.IsInfinity(slack) || slack > 0.1 * norm * Math.Max(1.0, Math.Abs(activity) / norm);
    }

    /// <summary>Eliminates the continuous column farthest from its bounds with another binding row.</summary>
    private bool Extend(double[] x, double[] activity)
    {
        int column = -1;
        double farthest = 1e-6;
        foreach (int j in _row.Columns)
        {
            if (_row.Coefficient[j] == 0.0 || _model.IsInteger[j])
                continue;
            double distance = Math.Min(x[j] - _model.Lower[j], _model.Upper[j] - x[j]);
            foreach (VariableBound b in _bounds.Of(j))
                distance = Math.Min(distance, b.IsUpper ? b.At(x) - x[j] : x[j] - b.At(x));
            if (distance <= farthest)
                continue;
            farthest = distance;
            column = j;
        }

        if (column < 0)
            return false;
        SparseMatrix a = _model.ByColumn;
        int best = -1;
        double factor = 0.0;
        double leastScore = double.PositiveInfinity;
        for (int k = a.ColumnStart[column]; k < a.ColumnStart[column + 1]; k++)
        {
            int i = a.RowIndex[k];
            if (i >= _rows || _row.Rows.Contains(i) || IsFarFromBinding(i, activity[i]))
                continue;
            double slack = Math.Min(_model.RowUpper[i] - activity[i], activity[i] - _model.RowLower[i]);
            double score = (Math.Max(slack, 0.0) / Math.Abs(a.Value[k])) + (1e-3 * (_model.ByRow.ColumnStart[i + 1] - _model.ByRow.ColumnStart[i]));
            if (score >= leastScore)
                continue;
            leastScore = score;
            best = i;
            factor = -_row.Coefficient[column] / a.Value[k];
        }

        if (best < 0)
            return false;
        _row.Add(best, factor, activity[best]);
        _row.Coefficient[column] = 0.0;
        return true;
    }
}
