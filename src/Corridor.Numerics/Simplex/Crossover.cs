using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.Simplex;

/// <summary>From an optimal point inside the optimal face to an optimal vertex: N. Megiddo, ORSA J. Computing 3 (1991) 63–65; R. Bixby, M. Saltzman, Oper. Res. Letters 15 (1994) 137–143.</summary>
public static class Crossover
{
    /// <summary>Looks for an optimal basis near a primal and a dual point that are optimal to tolerance.</summary>
    /// <param name="program">The problem as given; not changed.</param>
    /// <param name="primal">x, one value a column, finite.</param>
    /// <param name="rowDual">y, one value a row, finite; signs as in <see cref="LinearProgramSolution.RowDual"/>.</param>
    /// <param name="settings">Tolerance and limits; null for <see cref="CrossoverSettings.Default"/>.</param>
    /// <param name="cancellationToken">Looked at every few steps; cancelling gives <see cref="StopReason.Cancelled"/>, not an exception.</param>
    /// <exception cref="ArgumentException">A length does not fit, a value is not finite, or a setting is out of range.</exception>
    public static CrossoverResult Run(
        LinearProgram program,
        double[] primal,
        double[] rowDual,
        CrossoverSettings? settings = null,
        CancellationToken cancellationToken = default)
    {
        if (primal.Length != program.ColumnCount || !Array.TrueForAll(primal, double.IsFinite))
            throw new ArgumentException("One finite value a column is needed.", nameof(primal));
        if (rowDual.Length != program.RowCount || !Array.TrueForAll(rowDual, double.IsFinite))
            throw new ArgumentException("One finite value a row is needed.", nameof(rowDual));
        SimplexSettings simplex = (settings ?? CrossoverSettings.Default).ForSimplex();
        simplex.Validate();
        var limits = new SimplexLimits(simplex);
        limits.Begin(cancellationToken);
        var state = new SimplexState(new SimplexForm(program), simplex);
        var guess = new CrossoverGuess(state, primal, rowDual);
        guess.MakeBasis();
        var primalPush = new PrimalPush(state, limits);
        bool complete = primalPush.Run(guess.Superbasic);
        var dualPush = new DualPush(state, limits, guess.Y);
        if (complete)
            dualPush.Run();
        state.PrimalIterations = 0;
        state.DualIterations = 0;
        StopReason reason = new SimplexRun(state, limits).Run(program, cold: false, simplex.Tolerance, out VertexReport report);
        return new CrossoverResult
        {
            StopReason = reason,
            Basis = state.ToBasis(),
            Primal = report.Primal,
            RowDual = report.RowDual,
            ReducedCost = report.Certificate.ReducedCost,
            RowActivity = report.Certificate.RowActivity,
            Objective = report.Certificate.Objective,
            Residuals = report.Certificate.Residuals,
            PrimalPushes = primalPush.Count,
            DualPushes = dualPush.Count,
            CleanupIterations = state.PrimalIterations + state.DualIterations,
            Seconds = limits.Elapsed.TotalSeconds,
        };
    }
}
