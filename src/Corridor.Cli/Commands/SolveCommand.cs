using System.CommandLine;
using System.Globalization;
using Corridor.Studies.Solving;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor solve FILE</c>: solves a program in a file and checks the result.</summary>
internal static class SolveCommand
{
    public static Command Create(Session session)
    {
        var file = new Argument<string>("FILE") { Description = "Problem in MPS format, free or fixed, possibly compressed (.mps, .mps.gz)." };
        Option<int> threads = RunCommand.ThreadsOption();
        var limit = new Option<double?>("--time-limit") { Description = "Largest time in seconds from the beginning of reading.", HelpName = "S" };
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double s) || !(s > 0.0) || s > 1e9))
                result.AddError($"--time-limit is a number of seconds above zero, not '{result.Tokens[0].Value}'.");
        });
        Option<string> solver = SolverOption();
        var basic = new Option<bool>("--basic") { Description = "Bring the solution of a linear program to a vertex, as the simplex method would." };
        var relax = new Option<bool>("--relax") { Description = "Let integer columns take any value within their bounds." };
        var json = new Option<bool>("--json") { Description = "Print the outcome as one JSON object, and nothing else, on standard output." };
        var solution = new Option<string?>("--solution") { Description = "Write values, bounds and duals of all rows and columns.", HelpName = "FILE.csv" };
        var quiet = new Option<bool>("--quiet") { Description = "Print neither progress nor outcome; errors go to the error stream, the exit code tells the rest." };
        var command = new Command("solve", "Solve a linear, mixed-integer or convex quadratic program in an MPS file, and check the result.") { file, threads, limit, solver, basic, relax, json, solution, quiet };
        CommandTree.WithExamples(
            command,
            "corridor solve problem.mps.gz                          the optimum, its residuals, where the time went",
            "corridor solve problem.mps --threads 2 --json          for programs",
            "corridor solve problem.mps --solution solution.csv     values and duals by name",
            "corridor solve problem.mps --basic                     prices at a vertex, to compare with simplex codes",
            "corridor solve plan.mps --time-limit 60                integer columns: the best point, and how far it can be from the optimum",
            "corridor solve problem.mps --solver clp                the same by an installed Clp, checked here",
            "Keys of --json: status (optimal, infeasible, unbounded, infeasible_or_unbounded, time_limit, iteration_limit,",
            "  numerical_difficulty, cancelled, solver_failed, refused), certified, objective, primal_residual, dual_residual, gap (relative), iterations,",
            "  time_s {read, presolve, order, factorize, solve, total}, threads, peak_mb, …; docs/solve.md explains each.",
            "Exit codes: 0 optimal and certified, 1 errors in the file, 2 usage, 3 no optimum: infeasible, unbounded, stopped.");
        command.SetAction(parsed => new SolvePipeline(session, new SolveArguments(
            parsed.GetRequiredValue(file),
            parsed.GetValue(threads),
            parsed.GetValue(limit),
            Solver(parsed, solver),
            parsed.GetValue(basic),
            parsed.GetValue(relax),
            parsed.GetValue(json),
            parsed.GetValue(solution),
            parsed.GetValue(quiet))).Execute());
        return command;
    }

    /// <summary>The option that names who solves.</summary>
    public static Option<string> SolverOption()
    {
        var solver = new Option<string>("--solver") { Description = "Who solves: Corridor, or an installed program for a cross-check. Its answer is checked like ours.", HelpName = string.Join('|', SolverChoice.Names), DefaultValueFactory = _ => SolverChoice.Own };
        solver.AcceptOnlyFromAmong([.. SolverChoice.Names]);
        return solver;
    }

    /// <summary>The solver that was named.</summary>
    /// <exception cref="UsageException">It is not installed.</exception>
    public static string Solver(ParseResult parsed, Option<string> option)
    {
        string name = parsed.GetValue(option) ?? SolverChoice.Own;
        return SolverChoice.IsInstalled(name) ? name : throw new UsageException($"There is no program '{name}' on the path; install it, or leave --solver out.");
    }
}
