using System.Diagnostics;
using Corridor.Model.Findings;
using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.LinearPrograms.Mps;

namespace Corridor.Studies.Solving;

/// <summary>Reads a program from a file, solves it by the method that fits its kind, and checks the result on the program as given.</summary>
public static class SolveJob
{
    /// <summary>Runs it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="findings">Receives what was met in the file.</param>
    /// <param name="progress">Told once an iteration or node; may be null.</param>
    /// <param name="cancellation">Stops the solve; the status is then <see cref="SolveStatus.Cancelled"/>.</param>
    /// <returns>The outcome; null where the file cannot be solved as it is, which the findings say.</returns>
    public static SolveOutcome? Run(SolveRequest request, FindingList findings, IProgress<SolveProgress>? progress, CancellationToken cancellation)
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
        ProgramKind? kind = KindOf(program, request, findings);
        if (kind is null)
            return null;
        var call = new MethodCall(program, request, TimeLeft(request, read), findings, progress, cancellation);
        MethodResult? result = Solve(kind.Value, call);
        if (result is null)
            return null;
        LinearProgramSolution solution = result.Solution;
        (SolveStatus status, double[]? ray) = result.Failed ? (SolveStatus.SolverFailed, null) : StatusOf(result, call with { TimeLeft = TimeLeft(request, Seconds(begin)) });
        double total = Seconds(begin);
        var explanation = Explanation.Of(program, status, ray, request.Explain, TimeLeft(request, total), cancellation);
        return new SolveOutcome
        {
            Status = status,
            Kind = kind.Value,
            Program = program,
            Solution = solution,
            Search = result.Search,
            Vertex = result.Vertex,
            Solver = request.Solver,
            SolverWords = result.Words,
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

    /// <summary>What kind of program is to be solved; null, with a finding, where there is no method for it.</summary>
    private static ProgramKind? KindOf(NamedProgram program, SolveRequest request, FindingList findings)
    {
        bool integer = program.IntegerCount > 0 && !request.Relax;
        if (program.IntegerCount > 0 && request.Relax)
            findings.Add(SolveFindings.IsRelaxed(request.Path, program.IntegerCount));
        if (integer && program.IsQuadratic)
        {
            findings.Add(SolveFindings.IsIntegerAndQuadratic(request.Path, program.IntegerCount));
            return null;
        }

        if ((integer || program.IsQuadratic) && request.Solver != SolverChoice.Own)
        {
            findings.Add(SolveFindings.IsNotLinear(request.Path, request.Solver, integer));
            return null;
        }

        if ((integer || program.IsQuadratic) && request.Basic)
            findings.Add(SolveFindings.KnowsNoVertex(request.Path, integer));
        return integer ? ProgramKind.MixedInteger : program.IsQuadratic ? ProgramKind.Quadratic : ProgramKind.Linear;
    }

    /// <summary>The one place where the kind of a program picks the method.</summary>
    private static MethodResult? Solve(ProgramKind kind, MethodCall call) => kind switch
    {
        ProgramKind.MixedInteger => IntegerMethod.Run(call),
        ProgramKind.Quadratic => QuadraticMethod.Run(call),
        _ => SolverChoice.Program(call.Request.Solver) is { } other ? OtherMethod.Run(other, call) : LinearMethod.Run(call),
    };

    private static (SolveStatus Status, double[]? Ray) StatusOf(MethodResult result, MethodCall call)
    {
        LinearProgramSolution solution = result.Solution;
        return solution.StopReason switch
        {
            StopReason.Optimal => (SolveStatus.Optimal, null),
            StopReason.PrimalInfeasible => (SolveStatus.Infeasible, solution.RowRay),
            StopReason.DualInfeasible when solution.PrimalStatus == SolutionStatus.Feasible => (SolveStatus.Unbounded, solution.ColumnRay),
            StopReason.DualInfeasible => WithoutCosts(call.Program.Linear, solution.ColumnRay, call.Settings, call.Cancellation),
            StopReason.IterationLimit => (SolveStatus.IterationLimit, null),
            StopReason.TimeLimit => (SolveStatus.TimeLimit, null),
            StopReason.Cancelled => (SolveStatus.Cancelled, null),
            _ => (SolveStatus.NumericalDifficulty, null),
        };
    }

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
}
