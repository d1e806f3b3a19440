using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// Proofs that a problem has no solution, from auxiliary problems that always have one. A ray is handed out only after
/// <see cref="CertificateChecker"/> has accepted it.
/// </summary>
internal static class InfeasibilityProof
{
    /// <summary>
    /// A Farkas ray from the elastic problem min Σ (p + q), rows relaxed by p − q: its row duals, if its optimum is positive.
    /// </summary>
    internal static double[]? RowRay(LinearProgram program, InteriorPointSettings settings, CancellationToken cancellationToken)
    {
        var scaling = Equilibration.Of(program.Matrix);
        SparseMatrix a = program.Matrix;
        int columns = program.ColumnCount;
        var start = new List<int>(a.ColumnStart);
        var index = new List<int>(a.RowIndex[..a.NonzeroCount]);
        var value = new List<double>(a.Value[..a.NonzeroCount]);
        var cost = new List<double>(new double[columns]);
        var lower = new List<double>(program.ColumnLower);
        var upper = new List<double>(program.ColumnUpper);
        void Relax(int row, double sign)
        {
            index.Add(row);
            value.Add(sign);
            start.Add(index.Count);
            cost.Add(scaling.Row[row]);
            lower.Add(0.0);
            upper.Add(double.PositiveInfinity);
        }

        for (int i = 0; i < program.RowCount; i++)
        {
            if (double.IsFinite(program.RowLower[i]))
                Relax(i, 1.0);
            if (double.IsFinite(program.RowUpper[i]))
                Relax(i, -1.0);
        }

        var matrix = new SparseMatrix(a.RowCount, cost.Count, [.. start], [.. index], [.. value]);
        var elastic = new LinearProgram(matrix, [.. cost], 0.0, [.. lower], [.. upper], program.RowLower, program.RowUpper);
        double[] ray = Auxiliary(elastic, settings, cancellationToken).RowDual;
        return CertificateChecker.ProvesPrimalInfeasible(program, ray) ? ray : null;
    }

    /// <summary>A ray along which the objective falls without end: min cᵀd over the recession directions in a box.</summary>
    internal static double[]? ColumnRay(LinearProgram program, InteriorPointSettings settings, CancellationToken cancellationToken)
    {
        var scaling = Equilibration.Of(program.Matrix);
        double[] lower = new double[program.ColumnCount];
        double[] upper = new double[program.ColumnCount];
        for (int j = 0; j < lower.Length; j++)
        {
            lower[j] = double.IsFinite(program.ColumnLower[j]) ? 0.0 : -scaling.Column[j];
            upper[j] = double.IsFinite(program.ColumnUpper[j]) ? 0.0 : scaling.Column[j];
        }

        double[] rowLower = new double[program.RowCount];
        double[] rowUpper = new double[program.RowCount];
        for (int i = 0; i < rowLower.Length; i++)
        {
            rowLower[i] = double.IsFinite(program.RowLower[i]) ? 0.0 : double.NegativeInfinity;
            rowUpper[i] = double.IsFinite(program.RowUpper[i]) ? 0.0 : double.PositiveInfinity;
        }

        var recession = new LinearProgram(program.Matrix, program.Cost, 0.0, lower, upper, rowLower, rowUpper);
        double[] ray = Auxiliary(recession, settings, cancellationToken).Primal;
        return CertificateChecker.ProvesDualInfeasible(program, ray) ? ray : null;
    }

    private static LinearProgramSolution Auxiliary(LinearProgram program, InteriorPointSettings settings, CancellationToken cancellationToken)
    {
        InteriorPointSettings own = settings with { Tolerance = Math.Min(settings.Tolerance, 1e-10), Presolve = true };
        return new SolveRun(program, own, null, cancellationToken, isAuxiliary: true).Run();
    }
}
