using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.QuadraticPrograms;
using Corridor.Numerics.Sparse;

namespace Corridor.Tests.Numerics.QuadraticPrograms;

/// <summary>Small quadratic programs: min ½ xᵀQx + cᵀx + c₀ written down with dense Q.</summary>
internal sealed class QuadraticBuilder
{
    internal const double Inf = double.PositiveInfinity;

    private readonly LinearProgramBuilder _builder = new();

    internal QuadraticBuilder Column(double cost, double lower = 0.0, double upper = Inf)
    {
        _builder.AddColumn(lower, upper, cost);
        return this;
    }

    internal QuadraticBuilder Row(double lower, double upper, params double[] coefficients)
    {
        int row = _builder.AddRow(lower, upper);
        for (int j = 0; j < coefficients.Length; j++)
        {
            if (coefficients[j] != 0.0)
                _builder.AddEntry(row, j, coefficients[j]);
        }

        return this;
    }

    internal QuadraticBuilder Offset(double offset)
    {
        _builder.CostOffset = offset;
        return this;
    }

    internal QuadraticProgram Build(double[,] q) => new(_builder.Build(), Lower(q));

    internal static SparseMatrix Lower(double[,] q)
    {
        int n = q.GetLength(0);
        List<int> index = [];
        List<double> value = [];
        int[] start = new int[n + 1];
        for (int j = 0; j < n; j++)
        {
            for (int i = j; i < n; i++)
            {
                if (q[i, j] == 0.0)
                    continue;
                index.Add(i);
                value.Add(q[i, j]);
            }

            start[j + 1] = index.Count;
        }

        return new SparseMatrix(n, n, start, [.. index], [.. value]);
    }

    internal static LinearProgramSolution Optimal(QuadraticProgram program, double objective, double tolerance = 1e-7)
    {
        LinearProgramSolution s = QuadraticSolver.Solve(program);
        s.StopReason.ShouldBe(StopReason.Optimal);
        CertificateReport again = QuadraticCertificate.Check(program, s.Primal, s.RowDual);
        again.Residuals.Worst.ShouldBeLessThanOrEqualTo(1e-8);
        s.Objective.ShouldBe(objective, tolerance * (1.0 + Math.Abs(objective)));
        s.DualObjective.ShouldBe(objective, 2.0 * tolerance * (1.0 + Math.Abs(objective)));
        return s;
    }
}
