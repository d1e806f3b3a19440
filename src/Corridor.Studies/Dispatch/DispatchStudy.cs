using Corridor.Numerics.ExternalSolvers;
using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.QuadraticPrograms;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch.Program;
using Corridor.Studies.Solving;

namespace Corridor.Studies.Dispatch;

/// <summary>Who is supplied? Solves the dispatch of a network, stated in <c>docs/mathematics/dispatch.md</c>.</summary>
public static class DispatchStudy
{
    private const int SmallProgram = 5000;
    private const double ExactTolerance = 1e-11;

    /// <summary>Dispatches a network.</summary>
    /// <param name="network">The network on its horizon.</param>
    /// <param name="settings">Settings of the solve.</param>
    /// <param name="progress">Receives the progress of the solve; may be null.</param>
    /// <param name="cancellation">Stops the solve; the result is then of status limit.</param>
    /// <returns>The result. Whether it may be shown is for the certificate to say.</returns>
    /// <exception cref="IOException">Another solver was chosen and failed, or takes no quadratic costs.</exception>
    public static DispatchResult Run(CompiledNetwork network, DispatchSettings settings, IProgress<DispatchProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(settings);
        var program = new DispatchProgram(network);
        if (SolverChoice.Program(settings.Solver) is { } other)
            return program.Quadratic is null ? ResultReader.Read(program, ExternalSolver.Solve(other, program.LinearProgram, new ExternalSettings { Threads = settings.Threads, TimeLimit = settings.TimeLimit }, cancellation).Solution)
                : throw new IOException($"{settings.Solver} is given linear programs only, and costs of supplies rise with their output (cost_slope): leave --solver out.");
        var interior = new InteriorPointSettings { Threads = settings.Threads, Tolerance = settings.Tolerance, TimeLimit = settings.TimeLimit };
        Relay? relay = progress is null ? null : new Relay(progress);
        LinearProgramSolution solution = program.Quadratic is { } quadratic
            ? QuadraticSolver.Solve(quadratic, interior, relay, cancellation)
            : Solve(program.LinearProgram, interior, relay, cancellation);
        return ResultReader.Read(program, solution);
    }

    /// <summary>
    /// Solves; a small program more exactly than asked, since its flows cost only a few iterations more, and as asked where that cannot be had. Of a
    /// time limit each attempt gets a half.
    /// </summary>
    private static LinearProgramSolution Solve(LinearProgram program, InteriorPointSettings settings, IProgress<InteriorPointProgress>? progress, CancellationToken cancellation)
    {
        if (program.ColumnCount > SmallProgram || settings.Tolerance <= ExactTolerance)
            return InteriorPointSolver.Solve(program, settings, progress, cancellation);
        InteriorPointSettings attempt = settings with { TimeLimit = settings.TimeLimit / 2 };
        LinearProgramSolution exact = InteriorPointSolver.Solve(program, attempt with { Tolerance = ExactTolerance }, progress, cancellation);
        return exact.StopReason is StopReason.Optimal or StopReason.PrimalInfeasible or StopReason.DualInfeasible or StopReason.Cancelled
            ? exact
            : InteriorPointSolver.Solve(program, attempt, progress, cancellation);
    }

    /// <summary>The result that a solve has given before, from the two points that it found. Every other figure is computed again.</summary>
    /// <param name="network">The network on its horizon, as it was solved.</param>
    /// <param name="solved">What the solve found.</param>
    /// <returns>The result, to the bit. Whether it may be shown is for the certificate to say.</returns>
    /// <exception cref="ArgumentException">The points are of another program.</exception>
    public static DispatchResult Restore(CompiledNetwork network, SolvedPoint solved)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(solved);
        var program = new DispatchProgram(network);
        LinearProgram linear = program.LinearProgram;
        if (solved.Primal.Length != linear.ColumnCount || solved.RowDual.Length != linear.RowCount || (solved.RowRay is { } ray && ray.Length != linear.RowCount))
            throw new ArgumentException("The solution is that of another program.", nameof(solved));
        CertificateReport report = program.Quadratic is { } quadratic
            ? QuadraticCertificate.Check(quadratic, solved.Primal, solved.RowDual)
            : CertificateChecker.Check(linear, solved.Primal, solved.RowDual);
        bool optimal = solved.StopReason == StopReason.Optimal;
        return ResultReader.Read(program, new LinearProgramSolution
        {
            StopReason = solved.StopReason,
            PrimalStatus = optimal ? SolutionStatus.Feasible : SolutionStatus.None,
            DualStatus = optimal ? SolutionStatus.Feasible : solved.RowRay is null ? SolutionStatus.None : SolutionStatus.CertificateRay,
            Primal = solved.Primal,
            RowDual = solved.RowDual,
            RowActivity = report.RowActivity,
            ReducedCost = report.ReducedCost,
            Objective = report.Objective,
            DualObjective = report.DualObjective,
            Residuals = report.Residuals,
            Iterations = solved.Iterations,
            RowRay = solved.RowRay,
            Timing = new SolveTiming(),
            Statistics = new SolveStatistics(),
        });
    }

    private sealed class Relay(IProgress<DispatchProgress> target) : IProgress<InteriorPointProgress>
    {
        public void Report(InteriorPointProgress value) =>
            target.Report(new DispatchProgress(value.Iteration, value.PrimalResidual, value.DualResidual, Math.Abs(value.Objective - value.DualObjective) / (1 + Math.Abs(value.Objective))));
    }
}
