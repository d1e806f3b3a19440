using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.Simplex;

/// <summary>Brings a state back to the problem as given and has it checked there.</summary>
internal sealed class VertexReport
{
    private readonly SimplexState _state;
    private readonly double _tolerance;

    internal VertexReport(LinearProgram program, SimplexState state, double tolerance)
    {
        _state = state;
        _tolerance = tolerance;
        Primal = RecoverPrimal(program, state);
        RowDual = RecoverDual(program, state);
        Certificate = CertificateChecker.Check(program, Primal, RowDual);
    }

    internal double[] Primal { get; }

    internal double[] RowDual { get; }

    internal CertificateReport Certificate { get; }

    internal bool IsCertified => Certificate.Residuals.Worst <= _tolerance;

    internal SimplexOutcome Outcome(StopReason reason, SimplexRun run, double seconds)
    {
        ResidualReport r = Certificate.Residuals;
        bool primal = Math.Max(r.RelativeRowInfeasibility, r.RelativeBoundViolation) <= _tolerance;
        bool dual = r.RelativeDualInfeasibility <= _tolerance;
        SolutionStatus primalStatus = primal ? SolutionStatus.Feasible : SolutionStatus.Infeasible;
        SolutionStatus dualStatus = dual ? SolutionStatus.Feasible : SolutionStatus.Infeasible;
        if (reason == StopReason.PrimalInfeasible)
            (primalStatus, dualStatus) = (SolutionStatus.None, SolutionStatus.CertificateRay);
        if (reason == StopReason.DualInfeasible)
            (primalStatus, dualStatus) = (primal ? SolutionStatus.Feasible : SolutionStatus.CertificateRay, SolutionStatus.None);
        return new SimplexOutcome
        {
            Basis = _state.ToBasis(),
            DualIterations = _state.DualIterations,
            PrimalIterations = _state.PrimalIterations,
            Repairs = _state.Repairs,
            Solution = new LinearProgramSolution
            {
                StopReason = reason,
                PrimalStatus = primalStatus,
                DualStatus = dualStatus,
                Primal = Primal,
                RowDual = RowDual,
                RowActivity = Certificate.RowActivity,
                ReducedCost = Certificate.ReducedCost,
                Objective = Certificate.Objective,
                DualObjective = Certificate.DualObjective,
                Residuals = r,
                Iterations = _state.PrimalIterations + _state.DualIterations,
                RowRay = run.RowRay,
                ColumnRay = run.ColumnRay,
                Timing = new SolveTiming { SolveSeconds = seconds, TotalSeconds = seconds },
                Statistics = new SolveStatistics
                {
                    ReducedRows = _state.Form.RowCount,
                    ReducedColumns = _state.Form.VariableCount,
                    FactorNonzeros = _state.Factor.Nonzeros,
                    Ordering = "Markowitz",
                    Factorizations = _state.Factor.Factorizations,
                },
            },
        };
    }

    private static double[] RecoverPrimal(LinearProgram program, SimplexState state)
    {
        double[] x = new double[program.ColumnCount];
        for (int j = 0; j < x.Length; j++)
        {
            x[j] = state.Status[j] switch
            {
                BasisStatus.AtLower => program.ColumnLower[j],
                BasisStatus.AtUpper => program.ColumnUpper[j],
                _ => state.X[j] * state.Form.ColumnScale[j],
            };
        }

        return x;
    }

    private static double[] RecoverDual(LinearProgram program, SimplexState state)
    {
        double[] y = new double[program.RowCount];
        for (int i = 0; i < y.Length; i++)
        {
            int v = program.ColumnCount + i;
            y[i] = state.Status[v] == BasisStatus.Basic ? 0.0 : state.D[v] * state.Form.RowScale[i];
        }

        return y;
    }
}
