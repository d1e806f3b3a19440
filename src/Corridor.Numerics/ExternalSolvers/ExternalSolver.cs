using System.Diagnostics;
using System.Globalization;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.LinearPrograms.Mps;

namespace Corridor.Numerics.ExternalSolvers;

/// <summary>
/// Lets another program solve a linear program, through files in a temporary folder, and checks its answer here. It is given a minimisation with
/// names of our own, so that neither its conventions of sense nor of names matter. An infeasible or unbounded program is believed only with a proof.
/// </summary>
public static class ExternalSolver
{
    /// <summary>Time that a program has to end by itself after its limit.</summary>
    private const double GraceSeconds = 5.0;

    /// <summary>Where a program is installed; null where it is not.</summary>
    /// <param name="program">The program.</param>
    public static string? Find(SolverProgram program)
    {
        string name = NameOf(program) + (OperatingSystem.IsWindows() ? ".exe" : "");
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            string path = Path.Combine(folder, name);
            if (File.Exists(path))
                return path;
        }

        return null;
    }

    /// <summary>The command's name.</summary>
    public static string NameOf(SolverProgram program) => program switch
    {
        SolverProgram.Clp => "clp",
        SolverProgram.Cbc => "cbc",
        _ => "highs",
    };

    /// <summary>Solves a linear program.</summary>
    /// <param name="program">Which solver.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="settings">Threads, time, tolerance.</param>
    /// <param name="cancellation">Ends the program; the answer is then <see cref="StopReason.Cancelled"/>.</param>
    /// <returns>Its answer, checked.</returns>
    /// <exception cref="ExternalSolverException">The program is not installed, failed, or left no answer that can be read.</exception>
    public static ExternalAnswer Solve(SolverProgram program, LinearProgram problem, ExternalSettings settings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(settings);
        string executable = Find(program) ?? throw new ExternalSolverException($"There is no program '{NameOf(program)}' on the path.");
        long begin = Stopwatch.GetTimestamp();
        string folder = Directory.CreateTempSubdirectory("corridor-solver-").FullName;
        try
        {
            string model = Path.Combine(folder, "model.mps");
            string answer = Path.Combine(folder, "answer");
            MpsWriter.WriteFile(model, Anonymous(problem));
            using var run = new ExternalRun(executable, Arguments(program, model, answer, settings), folder);
            StopReason? stopped = run.Wait(settings.TimeLimit is { } limit ? limit + TimeSpan.FromSeconds(GraceSeconds) : null, cancellation);
            string words = ExternalRun.LastWords(run.Output);
            if (!File.Exists(answer))
            {
                return stopped is { } reason
                    ? new ExternalAnswer(Judge(problem, settings, new ExternalPoint(new double[problem.ColumnCount], new double[problem.RowCount]), reason, 0, begin), words)
                    : throw new ExternalSolverException($"{NameOf(program)} left no answer (exit code {run.ExitCode}). {ExternalRun.Excerpt(run.Output)}");
            }

            ExternalPoint point = program == SolverProgram.Highs ? HighsAnswer.Read(answer, problem) : ClpAnswer.Read(answer, problem);
            return new ExternalAnswer(Judge(problem, settings, point, stopped, ExternalRun.Iterations(run.Output), begin), words);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static MpsProblem Anonymous(LinearProgram problem) => new()
    {
        Name = "model",
        Program = problem,
        Maximise = false,
        RowNames = MpsNames.Of(Enumerable.Range(0, problem.RowCount).Select(i => FormattableString.Invariant($"R{i}"))),
        ColumnNames = MpsNames.Of(Enumerable.Range(0, problem.ColumnCount).Select(j => FormattableString.Invariant($"C{j}"))),
        IntegerColumns = [],
    };

    private static string[] Arguments(SolverProgram program, string model, string answer, ExternalSettings settings)
    {
        string? seconds = settings.TimeLimit is { } limit ? FormattableString.Invariant($"{Math.Max(0.01, limit.TotalSeconds):0.###}") : null;
        string[] time = (program, seconds) switch
        {
            (_, null) => [],
            (SolverProgram.Highs, _) => ["--time_limit", seconds],
            _ => ["-sec", seconds],
        };
        string[] inner = settings.InnerTolerance is { } t
            ? ["-primalTolerance", t.ToString("R", CultureInfo.InvariantCulture), "-dualTolerance", t.ToString("R", CultureInfo.InvariantCulture)]
            : [];
        return program switch
        {
            SolverProgram.Clp => [model, .. time, .. inner, "-dualsimplex", "-saveSolution", answer],
            SolverProgram.Cbc => [model, .. time, .. inner, "-initialSolve", "-saveSolution", answer],
            _ => ["--model_file", model, .. time, "--solution_file", answer],
        };
    }

    /// <summary>Checks a point; what the other program says of it counts for nothing.</summary>
    private static LinearProgramSolution Judge(LinearProgram problem, ExternalSettings settings, ExternalPoint point, StopReason? stopped, int iterations, long begin)
    {
        CertificateReport report = CertificateChecker.Check(problem, point.Primal, point.RowDual);
        ResidualReport r = report.Residuals;
        bool primal = Math.Max(r.RelativeRowInfeasibility, r.RelativeBoundViolation) <= settings.Tolerance;
        bool dual = r.RelativeDualInfeasibility <= settings.Tolerance;
        bool optimal = stopped is null && r.Worst <= settings.Tolerance;
        double[]? rowRay = !optimal && CertificateChecker.ProvesPrimalInfeasible(problem, point.RowDual) ? point.RowDual : null;
        bool late = settings.TimeLimit is { } limit && Stopwatch.GetElapsedTime(begin) >= limit;
        return new LinearProgramSolution
        {
            StopReason = optimal ? StopReason.Optimal
                : rowRay is not null ? StopReason.PrimalInfeasible
                : stopped ?? (late ? StopReason.TimeLimit : StopReason.NumericalDifficulty),
            PrimalStatus = primal ? SolutionStatus.Feasible : SolutionStatus.Infeasible,
            DualStatus = rowRay is not null ? SolutionStatus.CertificateRay : dual ? SolutionStatus.Feasible : SolutionStatus.Infeasible,
            Primal = point.Primal,
            RowDual = point.RowDual,
            RowActivity = report.RowActivity,
            ReducedCost = report.ReducedCost,
            Objective = report.Objective,
            DualObjective = report.DualObjective,
            Iterations = iterations,
            Residuals = r,
            RowRay = rowRay,
            Timing = new SolveTiming { TotalSeconds = Stopwatch.GetElapsedTime(begin).TotalSeconds },
            Statistics = new SolveStatistics(),
        };
    }
}

/// <summary>A point of another program, in the order of the problem; duals positive for a lower bound.</summary>
internal sealed record ExternalPoint(double[] Primal, double[] RowDual);
