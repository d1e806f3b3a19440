using System.Diagnostics;
using Corridor.Model.Findings;
using Corridor.Numerics.ExternalSolvers;
using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.LinearPrograms.Mps;
using Corridor.Studies.Dispatch;

namespace Corridor.Studies.Solving;

/// <summary>Reads a program from a file, solves it by the method that fits its kind, and checks the result on the program as given.</summary>
public static class SolveJob
{
    /// <summary>Runs it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="findings">Receives what was met in the file.</param>
    /// <param name="progress">Told once an iteration; may be null.</param>
    /// <param name="cancellation">Stops the solve; the status is then <see cref="SolveStatus.Cancelled"/>.</param>
    /// <returns>The outcome; null where the file cannot be solved as it is, which the findings say.</returns>
    public static SolveOutcome? Run(SolveRequest request, FindingList findings, IProgress<DispatchProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(findings);
        long begin = Stopwatch.GetTimestamp();
        var met = new MpsFindings();
        MpsProblem? problem = MpsReader.ReadFile(request.Path, met, new MpsReadOptions { Threads = request.Threads });
        SolveFindings.Add(findings, request.Path, met);
        double read = Seconds(begin);
        if (problem is null || findings.HasErrors)
            return null;
        var program = new NamedProgram(problem);
        (LinearProgramSolution? solution, string words) = Solve(program, request, TimeLeft(request, read), findings, progress, cancellation);
        if (solution is null && findings.HasErrors)
            return null;
        if (solution is null)
            return Failed(program, request, words, read, Seconds(begin));
        (SolveStatus status, double[]? ray) = StatusOf(solution, program, request, TimeLeft(request, Seconds(begin)), cancellation);
        double total = Seconds(begin);
        var explanation = Explanation.Of(program, status, ray, request.Explain, TimeLeft(request, total), cancellation);
        return new SolveOutcome
        {
            Status = status,
            Program = program,
            Solution = solution,
            Solver = request.Solver,
            SolverWords = words,
            Threads = request.Threads,
            ReadSeconds = read,
            TotalSeconds = total,
            ExplainSeconds = Seconds(begin) - total,
            Conflict = explanation.Conflict,
            ConflictIsIrreducible = explanation.Irreducible,
            Relaxation = explanation.Relaxation,
            Proof = explanation.Proof,
            ProofCount = explanation.ProofCount,
        };
    }

    /// <summary>The one place where the kind of a program picks the method.</summary>
    private static (LinearProgramSolution? Solution, string Words) Solve(
        NamedProgram program, SolveRequest request, TimeSpan? timeLeft, FindingList findings, IProgress<DispatchProgress>? progress, CancellationToken cancellation)
    {
        if (program.IntegerCount > 0)
        {
            findings.Add(request.Relax ? SolveFindings.IsRelaxed(request.Path, program.IntegerCount) : SolveFindings.HasIntegers(request.Path, program.IntegerCount));
            if (!request.Relax)
                return (null, "");
        }

        if (program.Problem.Quadratic is not null)
        {
            findings.Add(SolveFindings.IsQuadratic(request.Path));
            return (null, "");
        }

        return SolverChoice.Program(request.Solver) is { } other ? SolveBy(other, program, request, timeLeft, cancellation) : (Own(program, request, timeLeft, progress, cancellation), "");
    }

    private static LinearProgramSolution Own(NamedProgram program, SolveRequest request, TimeSpan? timeLeft, IProgress<DispatchProgress>? progress, CancellationToken cancellation)
    {
        return InteriorPointSolver.Solve(program.Linear, Settings(request, timeLeft), progress is null ? null : new Relay(progress), cancellation);
    }

    private static (LinearProgramSolution? Solution, string Words) SolveBy(SolverProgram other, NamedProgram program, SolveRequest request, TimeSpan? timeLeft, CancellationToken cancellation)
    {
        try
        {
            ExternalAnswer answer = ExternalSolver.Solve(other, program.Linear, new ExternalSettings { Threads = request.Threads, TimeLimit = timeLeft }, cancellation);
            return (answer.Solution, answer.Words);
        }
        catch (ExternalSolverException failed)
        {
            return (null, failed.Message);
        }
    }

    /// <summary>Another solver gave nothing: there is no point, and nothing is claimed.</summary>
    private static SolveOutcome Failed(NamedProgram program, SolveRequest request, string words, double read, double total)
    {
        double[] primal = new double[program.Linear.ColumnCount];
        double[] dual = new double[program.Linear.RowCount];
        CertificateReport report = CertificateChecker.Check(program.Linear, primal, dual);
        return new SolveOutcome
        {
            Status = SolveStatus.SolverFailed,
            Program = program,
            Solver = request.Solver,
            SolverWords = words,
            Threads = request.Threads,
            ReadSeconds = read,
            TotalSeconds = total,
            Solution = new LinearProgramSolution
            {
                StopReason = StopReason.NumericalDifficulty,
                PrimalStatus = SolutionStatus.None,
                DualStatus = SolutionStatus.None,
                Primal = primal,
                RowDual = dual,
                RowActivity = report.RowActivity,
                ReducedCost = report.ReducedCost,
                Objective = double.NaN,
                DualObjective = double.NaN,
                Iterations = 0,
                Residuals = report.Residuals,
                Timing = new SolveTiming(),
                Statistics = new SolveStatistics(),
            },
        };
    }

    private static InteriorPointSettings Settings(SolveRequest request, TimeSpan? timeLeft) => new()
    {
        Threads = request.Threads,
        TimeLimit = timeLeft,
        IterationLimit = request.IterationLimit,
        Tolerance = request.Tolerance,
    };

    private static (SolveStatus Status, double[]? Ray) StatusOf(LinearProgramSolution solution, NamedProgram program, SolveRequest request, TimeSpan? timeLeft, CancellationToken cancellation) =>
        solution.StopReason switch
        {
            StopReason.Optimal => (SolveStatus.Optimal, null),
            StopReason.PrimalInfeasible => (SolveStatus.Infeasible, solution.RowRay),
            StopReason.DualInfeasible when solution.PrimalStatus == SolutionStatus.Feasible => (SolveStatus.Unbounded, solution.ColumnRay),
            StopReason.DualInfeasible => WithoutCosts(program.Linear, solution.ColumnRay, Settings(request, timeLeft), cancellation),
            StopReason.IterationLimit => (SolveStatus.IterationLimit, null),
            StopReason.TimeLimit => (SolveStatus.TimeLimit, null),
            StopReason.Cancelled => (SolveStatus.Cancelled, null),
            _ => (SolveStatus.NumericalDifficulty, null),
        };

    /// <summary>A ray alone does not say whether there is a point that it starts from: the same program without costs does.</summary>
    private static (SolveStatus Status, double[]? Ray) WithoutCosts(LinearProgram program, double[]? direction, InteriorPointSettings settings, CancellationToken cancellation)
    {
        var feasibility = new LinearProgram(program.Matrix, new double[program.ColumnCount], 0.0, program.ColumnLower, program.ColumnUpper, program.RowLower, program.RowUpper);
        LinearProgramSolution point = InteriorPointSolver.Solve(feasibility, settings, null, cancellation);
        return point.StopReason == StopReason.PrimalInfeasible
            ? (SolveStatus.Infeasible, point.RowRay)
            : (point.PrimalStatus == SolutionStatus.Feasible ? SolveStatus.Unbounded : SolveStatus.InfeasibleOrUnbounded, direction);
    }

    private static TimeSpan? TimeLeft(SolveRequest request, double spent) =>
        request.TimeLimit is { } limit ? TimeSpan.FromSeconds(Math.Max(0.0, limit.TotalSeconds - spent)) : null;

    private static double Seconds(long begin) => Stopwatch.GetElapsedTime(begin).TotalSeconds;

    private sealed class Relay(IProgress<DispatchProgress> progress) : IProgress<InteriorPointProgress>
    {
        public void Report(InteriorPointProgress value) => progress.Report(new DispatchProgress(
            value.Iteration,
            value.PrimalResidual,
            value.DualResidual,
            Math.Abs(value.Objective - value.DualObjective) / (1.0 + Math.Abs(value.Objective))));
    }
}
