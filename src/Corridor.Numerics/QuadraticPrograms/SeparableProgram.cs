using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.QuadraticPrograms;

/// <summary>
/// A quadratic program with a diagonal quadratic term: with Q = L D Lᵀ, columns w = √D Lᵀx are added and ½ xᵀQx is ½ wᵀw. Fixed columns and
/// those that nothing contains are taken out, free rows left away, and every other column is measured from a bound it has.
/// </summary>
internal sealed class SeparableProgram
{
    private const double EmptyRowTolerance = 1e-9;

    private readonly QuadraticProgram _program;
    private readonly double[] _shift;
    private readonly int[] _kept;
    private readonly int[] _rows;

    private SeparableProgram(QuadraticProgram program, double[] shift, int[] kept, int[] rows)
    {
        _program = program;
        _shift = shift;
        _kept = kept;
        _rows = rows;
    }

    /// <summary>The rows, bounds and linear costs; null if a row without columns contradicts its bounds.</summary>
    internal LinearProgram? Linear { get; private init; }

    /// <summary>The diagonal, one value a column, ≥ 0.</summary>
    internal double[] Quadratic { get; private init; } = [];

    /// <summary>Makes the separable form.</summary>
    /// <exception cref="NotConvexException">Q is not positive semidefinite.</exception>
    internal static SeparableProgram Of(QuadraticProgram program)
    {
        LinearProgram p = program.Linear;
        int n = p.ColumnCount;
        double[] shift = new double[n];
        int[] position = new int[n];
        List<int> kept = [];
        bool[] isAlone = Alone(program);
        for (int j = 0; j < n; j++)
        {
            shift[j] = double.IsFinite(p.ColumnLower[j]) ? p.ColumnLower[j] : double.IsFinite(p.ColumnUpper[j]) ? p.ColumnUpper[j] : 0.0;
            position[j] = -1;
            if (p.ColumnLower[j] == p.ColumnUpper[j])
                continue;
            double best = p.Cost[j] > 0.0 ? p.ColumnLower[j] : p.Cost[j] < 0.0 ? p.ColumnUpper[j] : shift[j];
            if (isAlone[j] && double.IsFinite(best))
            {
                shift[j] = best;
                continue;
            }

            position[j] = kept.Count;
            kept.Add(j);
        }

        SemidefiniteFactor factor = SemidefiniteFactor.Of(program.LowerTriangle, out int offender) ?? throw new NotConvexException(offender);
        double[] gradient = new double[n];
        program.Multiply(shift, gradient);
        CompensatedSum offset = default;
        offset.Add(p.CostOffset);
        for (int j = 0; j < n; j++)
            offset.Add((p.Cost[j] + (0.5 * gradient[j])) * shift[j]);
        var builder = new LinearProgramBuilder { CostOffset = offset.Value };
        foreach (int j in kept)
            builder.AddColumn(p.ColumnLower[j] - shift[j], p.ColumnUpper[j] - shift[j], p.Cost[j] + gradient[j]);
        bool isPossible = AddRows(p, shift, position, builder, out int[] rows);
        List<double> quadratic = [.. new double[kept.Count]];
        AddSquares(factor, position, builder, quadratic);
        if (builder.RowCount == 0)
        {
            // The method wants a row: a column of its own, fixed by it.
            int column = builder.AddColumn(0.0, 1.0, 0.0);
            quadratic.Add(0.0);
            builder.AddEntry(builder.AddRow(0.5, 0.5), column, 1.0);
        }

        return new SeparableProgram(program, shift, [.. kept], rows)
        {
            Linear = isPossible ? builder.Build() : null,
            Quadratic = [.. quadratic],
        };
    }

    /// <summary>x of the program as given.</summary>
    internal double[] RecoverPrimal(double[] x)
    {
        double[] primal = (double[])_shift.Clone();
        LinearProgram p = _program.Linear;
        for (int k = 0; k < _kept.Length; k++)
        {
            int j = _kept[k];
            primal[j] = Math.Clamp(primal[j] + x[k], p.ColumnLower[j], p.ColumnUpper[j]);
        }

        return primal;
    }

    /// <summary>Row duals of the program as given.</summary>
    internal double[] RecoverDual(double[] y)
    {
        double[] dual = new double[_program.Linear.RowCount];
        for (int k = 0; k < _rows.Length; k++)
            dual[_rows[k]] = y[k];
        return dual;
    }

    /// <summary>Columns that no row and no quadratic term contains: their cost alone says where they stand.</summary>
    private static bool[] Alone(QuadraticProgram program)
    {
        SparseMatrix a = program.Linear.Matrix;
        SparseMatrix q = program.LowerTriangle;
        bool[] isAlone = new bool[a.ColumnCount];
        for (int j = 0; j < isAlone.Length; j++)
            isAlone[j] = a.ColumnStart[j] == a.ColumnStart[j + 1];
        for (int j = 0; j < isAlone.Length; j++)
        {
            for (int k = q.ColumnStart[j]; k < q.ColumnStart[j + 1]; k++)
            {
                isAlone[j] = false;
                isAlone[q.RowIndex[k]] = false;
            }
        }

        return isAlone;
    }

    private static bool AddRows(LinearProgram p, double[] shift, int[] position, LinearProgramBuilder builder, out int[] rows)
    {
        double[] moved = new double[p.RowCount];
        p.Matrix.Multiply(shift, moved);
        SparseMatrix byRow = p.Matrix.Transpose();
        List<int> kept = [];
        bool isPossible = true;
        for (int i = 0; i < p.RowCount; i++)
        {
            if (double.IsInfinity(p.RowLower[i]) && double.IsInfinity(p.RowUpper[i]))
                continue;
            double low = Difference(p.RowLower[i], moved[i]);
            double high = Difference(p.RowUpper[i], moved[i]);
            int row = -1;
            for (int k = byRow.ColumnStart[i]; k < byRow.ColumnStart[i + 1]; k++)
            {
                int column = position[byRow.RowIndex[k]];
                if (column < 0 || byRow.Value[k] == 0.0)
                    continue;
                if (row < 0)
                    row = builder.AddRow(low, high);
                builder.AddEntry(row, column, byRow.Value[k]);
            }

            if (row >= 0)
                kept.Add(i);
            else
                isPossible &= Math.Max(low, -high) <= EmptyRowTolerance * (1.0 + Math.Abs(moved[i]));
        }

        rows = [.. kept];
        return isPossible;
    }

    /// <summary>a − b without what rounding leaves of equal figures.</summary>
    private static double Difference(double a, double b)
    {
        double difference = a - b;
        return Math.Abs(difference) <= 1e-13 * Math.Abs(b) ? 0.0 : difference;
    }

    private static void AddSquares(SemidefiniteFactor factor, int[] position, LinearProgramBuilder builder, List<double> quadratic)
    {
        for (int k = 0; k < factor.Order.Length; k++)
        {
            double pivot = factor.Pivot[k];
            if (pivot == 0.0)
                continue;
            List<(int Column, double Value)> terms = [];
            if (position[factor.Order[k]] >= 0)
                terms.Add((position[factor.Order[k]], 1.0));
            foreach ((int column, double value) in factor.Column[k])
            {
                if (position[column] >= 0)
                    terms.Add((position[column], value));
            }

            if (terms.Count == 1)
            {
                quadratic[terms[0].Column] += pivot * terms[0].Value * terms[0].Value;
            }
            else if (terms.Count > 1)
            {
                double root = Math.Sqrt(pivot);
                int row = builder.AddRow(0.0, 0.0);
                foreach ((int column, double value) in terms)
                    builder.AddEntry(row, column, root * value);
                int square = builder.AddColumn(double.NegativeInfinity, double.PositiveInfinity, 0.0);
                builder.AddEntry(row, square, -1.0);
                quadratic.Add(1.0);
            }
        }
    }
}
