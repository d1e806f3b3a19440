namespace Corridor.Numerics.SparseLu;

/// <summary>
/// Corrects a solution by its residual as long as the componentwise backward error halves. M. Arioli, J. W. Demmel, I. S. Duff, "Solving sparse
/// linear systems with sparse backward error", SIAM J. Matrix Anal. Appl. 10 (1989) 165–190.
/// </summary>
internal sealed class IterativeRefinement
{
    private readonly LuFactor _factor;
    private readonly double[] _residual;
    private readonly double[] _magnitude;
    private readonly double[] _previous;

    internal IterativeRefinement(LuFactor factor, int n)
    {
        _factor = factor;
        _residual = new double[n];
        _magnitude = new double[n];
        _previous = new double[n];
    }

    internal double Solve(ReadOnlySpan<double> values, ReadOnlySpan<double> right, Span<double> x, int maxSteps)
    {
        right.CopyTo(x);
        _factor.Solve(x);
        double error = Residual(values, right, x);
        for (int step = 0; step < maxSteps && error > 2.3e-16; step++)
        {
            x.CopyTo(_previous);
            _factor.Solve(_residual);
            for (int j = 0; j < x.Length; j++)
                x[j] += _residual[j];
            double next = Residual(values, right, x);
            if (!(next < error))
            {
                _previous.CopyTo(x);
                return error;
            }

            bool slow = next > 0.5 * error;
            error = next;
            if (slow)
                break;
        }

        return error;
    }

    private double Residual(ReadOnlySpan<double> values, ReadOnlySpan<double> right, ReadOnlySpan<double> x)
    {
        int[] start = _factor.Analysis.ColumnStart;
        int[] row = _factor.Analysis.RowIndex;
        for (int i = 0; i < right.Length; i++)
        {
            _residual[i] = right[i];
            _magnitude[i] = Math.Abs(right[i]);
        }

        for (int j = 0; j < x.Length; j++)
        {
            for (int p = start[j]; p < start[j + 1]; p++)
            {
                double term = values[p] * x[j];
                _residual[row[p]] -= term;
                _magnitude[row[p]] += Math.Abs(term);
            }
        }

        double error = 0.0;
        for (int i = 0; i < right.Length; i++)
        {
            double share = _residual[i] == 0.0 ? 0.0 : Math.Abs(_residual[i]) / _magnitude[i];
            if (!(share <= error))
                error = share;
        }

        return error;
    }
}
