using System.Globalization;
using Corridor.Numerics.LinearPrograms;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Solving;

namespace Corridor.Reporting.Solving;

/// <summary>The outcome of <c>corridor solve</c> on one screen.</summary>
public static class SolveView
{
    private const int Listed = 15;

    /// <summary>Writes it.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="path">The file.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="peakMegabytes">Largest memory of the process, 10⁶ bytes.</param>
    public static void Write(Screen screen, string path, SolveOutcome outcome, double peakMegabytes)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(outcome);
        LinearProgram p = outcome.Program.Linear;
        LinearProgramSolution s = outcome.Solution;
        string name = outcome.Program.Name.Length == 0 ? path : $"{path} ({outcome.Program.Name})";
        screen.Write($"{name}: {NumberText.Count(p.RowCount)} rows, {NumberText.Count(p.ColumnCount)} columns, {NumberText.Count(p.NonzeroCount)} entries{(outcome.Program.Maximise ? ", a maximum is asked for" : "")}", TextStyle.Heading, 2);
        screen.Write(Sentence(outcome), outcome.Certified && outcome.Status == SolveStatus.Optimal ? TextStyle.Good : TextStyle.Bad, 2);
        screen.Line();
        if (outcome.Objective is { } objective)
            Point(screen, outcome, objective);
        if (outcome.Search is { } search)
            Search(screen, search);
        SolveTiming t = s.Timing;
        Figure(screen, "iterations", NumberText.Count(s.Iterations));
        Figure(screen, "time", Seconds(outcome.TotalSeconds));
        Figure(screen, "of it", $"read {Seconds(outcome.ReadSeconds)}, presolve {Seconds(t.PresolveSeconds)}, order {Seconds(t.OrderSeconds)}, factorize {Seconds(t.FactorizeSeconds)}, solve {Seconds(SolveJson.SolveSeconds(t))}{(outcome.Vertex is { } crossed ? $", crossover {Seconds(crossed.Seconds)}" : "")}");
        if (outcome.Vertex is { } vertex)
            Figure(screen, "crossover", $"{NumberText.Count(vertex.PrimalPushes)} primal pushes, {NumberText.Count(vertex.DualPushes)} dual pushes, {NumberText.Count(vertex.Pivots)} pivots");
        Figure(screen, "memory", $"{NumberText.Of(peakMegabytes)}\u00A0MB");
        Figure(screen, "solver", $"{outcome.Solver}, {outcome.Threads} {(outcome.Threads == 1 ? "thread" : "threads")}");
        if (outcome.SolverWords.Length > 0)
            Figure(screen, "it says", outcome.SolverWords);
        Proof(screen, outcome);
        Limits(screen, outcome.ConflictIsIrreducible ? "These cannot hold together; leave out any one of them, and the others can:" : "These cannot hold together:", outcome.Conflict);
        Limits(screen, "The smallest change of bounds, in their own units, that makes it feasible:", outcome.Relaxation);
    }

    private static void Point(Screen screen, SolveOutcome outcome, double objective)
    {
        ResidualReport r = outcome.Solution.Residuals;
        Figure(screen, "objective", Exact(objective));
        Figure(screen, "primal residual", NumberText.Residual(Math.Max(r.RelativeRowInfeasibility, r.RelativeBoundViolation)));
        if (outcome.Search is not null)
            return;
        Figure(screen, "dual residual", NumberText.Residual(r.RelativeDualInfeasibility));
        Figure(screen, "gap", NumberText.Residual(r.RelativeGap));
    }

    private static void Search(Screen screen, SearchFigures search)
    {
        Figure(screen, "best bound", double.IsFinite(search.BestBound) ? Exact(search.BestBound) : "none");
        Figure(screen, "gap", double.IsFinite(search.RelativeGap) ? NumberText.Residual(search.RelativeGap) : "unknown");
        Figure(screen, "nodes", NumberText.Count(search.Nodes));
        Figure(screen, "programs solved", $"{NumberText.Count(search.Relaxations)}, {NumberText.Count(search.Cuts)} cutting planes");
    }

    private static string Sentence(SolveOutcome outcome) => outcome.Status switch
    {
        SolveStatus.Optimal when outcome.Vertex is { IsVertex: true } => "Optimal, at a vertex: checked on the problem as given.",
        SolveStatus.Optimal when outcome.Search is { } search => $"Optimal within a gap of {NumberText.Residual(search.RelativeGap)}: the point was checked on the problem as given.",
        SolveStatus.Optimal => "Optimal: checked on the problem as given.",
        SolveStatus.Infeasible when !outcome.Certified => "Infeasible: the search found every part of its space to be without a point. The relaxation has points, so that no short proof exists.",
        SolveStatus.Infeasible => "Infeasible: no point satisfies all rows and bounds. The proof was checked.",
        SolveStatus.Unbounded => "Unbounded: the objective improves without end. The proof was checked.",
        SolveStatus.InfeasibleOrUnbounded => "No optimum: the objective improves without end from any point, if there is one.",
        SolveStatus.TimeLimit or SolveStatus.IterationLimit or SolveStatus.Cancelled or SolveStatus.NumericalDifficulty when outcome.Search is { } search => Unfinished(outcome, search),
        SolveStatus.TimeLimit => "Stopped at the time limit. This is no optimum.",
        SolveStatus.IterationLimit => "Stopped at the limit of iterations. This is no optimum.",
        SolveStatus.SolverFailed => "The other solver gave no answer.",
        SolveStatus.Cancelled => "Stopped as asked. This is no optimum.",
        _ => "The arithmetic allowed no further progress. This is no optimum.",
    };

    private static string Unfinished(SolveOutcome outcome, SearchFigures search)
    {
        string why = outcome.Status switch
        {
            SolveStatus.TimeLimit => "Stopped at the time limit",
            SolveStatus.IterationLimit => "Stopped at the limit of nodes",
            SolveStatus.Cancelled => "Stopped as asked",
            _ => "The arithmetic left parts of the search undecided",
        };
        return outcome.Objective is null
            ? $"{why}, before any point was found."
            : double.IsFinite(search.RelativeGap)
                ? $"{why}. The best point found is within a gap of {NumberText.Residual(search.RelativeGap)}; it may be no optimum."
                : $"{why}. A point was found, but no bound of the optimum.";
    }

    private static void Proof(Screen screen, SolveOutcome outcome)
    {
        if (outcome.ProofCount == 0)
            return;
        bool rows = outcome.Status == SolveStatus.Infeasible;
        screen.Line();
        string what = rows ? "Multipliers of rows whose sum contradicts the bounds" : "Columns along which the objective improves without end";
        TextTable table = new TextTable().Text($"{what} ({NumberText.Count(outcome.ProofCount)})", 76).Number("");
        foreach (ProofElement element in outcome.Proof.Take(Listed))
            table.Row(" " + element.Name, NumberText.Of(element.Value));
        if (outcome.ProofCount > Listed)
            table.Row(" …", "");
        table.Write(screen);
    }

    private static void Limits(Screen screen, string head, IReadOnlyList<NamedLimit> limits)
    {
        if (limits.Count == 0)
            return;
        screen.Line();
        screen.Write(head, TextStyle.Heading, 2);
        TextTable table = new TextTable().Text("").Text("name", 50).Text("side").Number("bound").Number("by");
        foreach (NamedLimit limit in limits.Take(3 * Listed))
            table.Row(limit.IsRow ? " row" : " column", limit.Name, limit.Side, NumberText.Of(limit.Bound), limit.Amount > 0.0 ? NumberText.Of(limit.Amount) : "");
        table.Write(screen);
        if (limits.Count > 3 * Listed)
            screen.Write($" … and {NumberText.Count(limits.Count - (3 * Listed))} more.");
    }

    private static void Figure(Screen screen, string name, string value) => screen.Write($"  {name,-17}{value}", indent: 19);

    private static string Exact(double value) => value.ToString("G12", CultureInfo.InvariantCulture);

    private static string Seconds(double value) => value.ToString("0.000", CultureInfo.InvariantCulture) + "\u00A0s";
}
